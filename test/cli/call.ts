import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** How a call of the program ended. */
export interface Called {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Where the program finds its server. */
export interface Server {
  readonly url: string
  readonly apiKey: string
}

/** The program as a process of its own, with an environment in which nothing is but the server. */
export const start = (args: ReadonlyArray<string>, server?: Server, program = 'cli/main.ts'): ChildProcess =>
  spawn(process.execPath, [...(program.endsWith('.ts') ? ['--import', 'tsx'] : []), program, ...args], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      TMPDIR: tmpdir(),
      ...(server === undefined ? {} : { WANDB_BASE_URL: server.url, WANDB_API_KEY: server.apiKey }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** All that a process prints, once it has ended. */
export const ended = (child: ChildProcess): Promise<Called> =>
  new Promise((resolve, reject) => {
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })

export const call = (args: ReadonlyArray<string>, server?: Server, program?: string): Promise<Called> =>
  ended(start(args, server, program))
