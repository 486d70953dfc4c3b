import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { peers, root } from './paths.ts'
import type { Side } from './Side.ts'
import { startSide } from './startSide.ts'

/** The Python that has the official client; undefined where there is none. */
export const findPython = (): string | undefined => {
  const python = process.env['REFEREE_PYTHON'] || join(root, '.venv/bin/python')
  if (!existsSync(python)) return undefined
  return spawnSync(python, ['-c', 'import wandb'], { stdio: 'ignore' }).status === 0 ? python : undefined
}

/** A program of `bench/peer` under the official client, with a cache of its own. */
export const officialSide = (python: string, program: string): Side => {
  const cache = mkdtempSync(join(tmpdir(), 'bench-cache-'))
  return startSide(
    python,
    [join(peers, `${program}.py`)],
    {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'] ?? tmpdir(),
      WANDB_CACHE_DIR: cache,
      WANDB_ERROR_REPORTING: 'false',
      WANDB_SILENT: 'true',
    },
    () => rmSync(cache, { recursive: true, force: true }),
  )
}
