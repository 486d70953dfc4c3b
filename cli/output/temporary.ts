import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const kept = new Set<string>()

/** Removes all that is left, however the program ends. */
process.on('exit', () => {
  for (const path of kept) rmSync(path, { recursive: true, force: true })
})

/** A path that is removed when the program ends, unless it is kept before. */
export const temporary = (path: string): string => {
  kept.add(path)
  return path
}

/** What became of the file is settled. */
export const settled = (path: string): void => {
  kept.delete(path)
}

/** A folder that nobody else may read, for as long as the program runs. */
export const temporaryFolder = (): string => temporary(mkdtempSync(join(tmpdir(), 'wandb-run-ops-')))
