import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cannotBuffer } from './DiskError.ts'

const paths = new Set<string>()

process.on('exit', () => {
  for (const path of paths) rmSync(path, { recursive: true, force: true })
})

/** Removes the path when the program ends, however it ends, unless `keepOnExit` is called first. */
export const removeOnExit = (path: string): string => {
  paths.add(path)
  return path
}

/** Cancels `removeOnExit`. */
export const keepOnExit = (path: string): void => {
  paths.delete(path)
}

/** Returns the error to throw for one of a temporary file. */
export const temporaryFailed = (error: unknown): unknown => cannotBuffer(tmpdir(), error)

/** Creates a folder that only the current user can read, and removes it when the program ends. */
export const temporaryFolder = (): string => {
  try {
    return removeOnExit(mkdtempSync(join(tmpdir(), 'wandb-run-ops-')))
  } catch (error) {
    throw temporaryFailed(error)
  }
}
