import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import * as E from 'fp-ts/lib/Either.js'
import { parseJson } from 'wandb-run-ops/types'

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
  readonly close: () => void
}

const script = fileURLToPath(new URL('./official.py', import.meta.url))

/** Starts the official client under the Python of a venv. */
export const startOfficial = (python: string, url: string, apiKey: string): Official => {
  const child = spawn(python, [script], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '/tmp',
      // What an earlier comparison left there would be taken for what the server says now.
      WANDB_CACHE_DIR: mkdtempSync(join(tmpdir(), 'referee-cache-')),
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
    close: () => child.kill(),
  }
}
