import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import { program } from '../../cli/program.ts'
import { bundle } from '../../scripts/cli/bundle.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

let folder = ''

/** Bundles the program for the tests of a file, since each process would compile the sources again. */
export const bundleProgram = (): void => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cli-bundle-'))
    await bundle(root, folder)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
}

/** The outcome of a call of the program. */
export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The server that the program connects to. */
export interface Server {
  readonly url: string
  readonly apiKey: string
}

/** How a process is started. */
export interface StartOptions {
  /** The folder for temporary files. */
  readonly temporary?: string
  /** A shell command in which `$PROGRAM` stands for the program with its arguments. */
  readonly shell?: string
  /** More variables of its environment. */
  readonly env?: Readonly<Record<string, string>> | undefined
  /** The folder that it is started in. */
  readonly cwd?: string
}

const shellText = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** Starts the program as a process; its environment holds only the server's URL and key, and what is given. */
export const start = (
  args: ReadonlyArray<string>,
  server?: Server,
  { temporary = tmpdir(), shell, env, cwd = root }: StartOptions = {},
): ChildProcess => {
  const [command, ...rest] = [process.execPath, join(folder, 'main.js'), ...args] as const
  const options = {
    cwd,
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      TMPDIR: temporary,
      ...(server === undefined ? {} : { WANDB_BASE_URL: server.url, WANDB_API_KEY: server.apiKey }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
  }
  return shell === undefined
    ? spawn(command, rest, options)
    : spawn('bash', ['-c', shell.replace('$PROGRAM', () => [command, ...rest].map(shellText).join(' '))], options)
}

/** Waits for a process to end and returns its output. */
export const ended = (child: ChildProcess): Promise<Outcome> =>
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

/** A stream that keeps what is written to it. */
class Kept extends Writable {
  text = ''

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

/** Runs the program in this process, which takes a fraction of the time; it has no terminal, and no exit handlers run. */
export const callHere = async (
  args: ReadonlyArray<string>,
  server?: Server,
  { env }: Pick<StartOptions, 'env'> = {},
): Promise<Outcome> => {
  const [stdout, stderr] = [new Kept(), new Kept()]
  const code = await program(args, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
    env: { ...(server === undefined ? {} : { WANDB_BASE_URL: server.url, WANDB_API_KEY: server.apiKey }), ...env },
  })
  return { code, stdout: stdout.text, stderr: stderr.text }
}

export const call = (args: ReadonlyArray<string>, server?: Server, options?: StartOptions): Promise<Outcome> =>
  ended(start(args, server, options))
