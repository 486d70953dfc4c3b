import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import * as E from 'fp-ts/lib/Either.js'
import { parseJson } from 'wandb-run-ops/types'
import type { Outside } from './outside.ts'

/** What the official client is asked. */
export interface Question {
  readonly ask:
    | 'files'
    | 'file'
    | 'metadata'
    | 'console'
    | 'sweeps'
    | 'sweep'
    | 'sweep_runs'
    | 'best_run'
    | 'agents'
    | 'list'
    | 'ids'
    | 'heavy'
    | 'artifacts'
    | 'run'
    | 'projects'
    | 'project'
    | 'reports'
    | 'report_runs'
    | 'viewer'
    | 'team'
    | 'from_path'
    | 'fresh_run'
    | 'types'
    | 'scan'
    | 'history'
    | 'histories'
    | 'scanned_types'
    | 'download_history'
    | 'outside'
    | 'nested'
    | 'slices'
    | 'first_two'
    | 'listed_keys'
    | 'to_mongo'
    | 'wait'
    | 'folders'
    | 'impatient'
    | `artifact_${'types' | 'collections' | 'versions' | 'version' | 'links' | 'manifest' | 'files' | 'download' | 'used_by' | 'logged_by'}`
  readonly path: string
  readonly names?: ReadonlyArray<string>
  readonly section?: number
  readonly only_selected?: boolean
  readonly name?: string
  readonly pattern?: string
  readonly last?: number
  readonly filters?: unknown
  readonly order?: string
  readonly per_page?: number
  readonly lazy?: boolean
  readonly keys?: ReadonlyArray<string>
  readonly use_cache?: boolean
  readonly min_step?: number
  readonly max_step?: number
  readonly samples?: number
  readonly stream?: 'system'
  readonly format?: 'polars'
  readonly folder?: string
  readonly tags?: ReadonlyArray<string>
  readonly complete?: boolean
}

/** What it answers; values as Python has them. */
// biome-ignore lint/suspicious/noExplicitAny: the other side of a comparison, whatever it is
export type Answer = E.Either<string, any>

/** The official client in a process of its own, reading from a server. */
export interface Official {
  readonly ask: (question: Question) => Promise<Answer>
  readonly close: () => Promise<void>
}

const script = fileURLToPath(new URL('./official.py', import.meta.url))

/** Starts the official client under the Python of a venv, in surroundings where it can reach this machine alone. */
export const startOfficial = (python: string, url: string, apiKey: string, outside: Outside): Official => {
  // Settings and a key of the user would be read there, and what an earlier comparison left there taken for the server's.
  const home = mkdtempSync(join(tmpdir(), 'referee-home-'))
  const child = spawn(python, [script], {
    cwd: home,
    env: {
      ...outside.env,
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      TMPDIR: home,
      PYTHONDONTWRITEBYTECODE: '1',
      WANDB_CACHE_DIR: join(home, 'cache'),
      WANDB_CONFIG_DIR: join(home, 'config'),
      WANDB_BASE_URL: url,
      WANDB_API_KEY: apiKey,
      WANDB_ERROR_REPORTING: 'false',
      WANDB_SILENT: 'true',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const waiting: Array<(answer: Answer) => void> = []
  const fail = (): void => {
    for (const resolve of waiting.splice(0)) resolve(E.left('the official client ended'))
  }
  child.on('exit', fail)
  child.on('error', fail)
  createInterface({ input: child.stdout }).on('line', (line) => {
    const reply = parseJson(line)
    if (E.isLeft(reply)) return
    const { answer, error } = reply.right as { readonly answer?: unknown; readonly error?: string }
    waiting.shift()?.(error === undefined ? E.right(answer) : E.left(error))
  })
  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve(E.left('the official client ended'))
        waiting.push(resolve)
        child.stdin.write(`${JSON.stringify(question)}\n`)
      }),
    close: () =>
      new Promise((resolve) => {
        const end = (): void => {
          rmSync(home, { recursive: true, force: true, maxRetries: 5 })
          resolve()
        }
        if (child.exitCode !== null) return end()
        child.once('close', end)
        child.stdin.end()
      }),
  }
}
