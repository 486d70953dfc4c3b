import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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

/** Creates a folder that only the current user can read, and removes it when the program ends. */
export const temporaryFolder = (): string => removeOnExit(mkdtempSync(join(tmpdir(), 'wandb-run-ops-')))
