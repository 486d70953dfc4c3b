import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import * as E from 'fp-ts/lib/Either.js'
import { parseJson } from 'wandb-run-ops/types'

/** What the official client is asked. */
export interface Question {
  readonly ask: 'list' | 'ids' | 'heavy' | 'artifacts' | 'run'
  readonly path: string
  readonly filters?: unknown
  readonly order?: string
  readonly per_page?: number
  readonly lazy?: boolean
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
