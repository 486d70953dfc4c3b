import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { compiled, peers, root } from './paths.ts'
import type { Side, SideAnswer, Task } from './Side.ts'

const KILL_AFTER_MS = 5_000

/** Starts a program that reads one task per line and writes one answer per line. */
const startSide = (
  command: string,
  program: string,
  env: Readonly<Record<string, string | undefined>>,
  onEnd: () => void = () => {},
): Side => {
  const child = spawn(command, [program], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-2_000)
  })
  let pending: { readonly resolve: (answer: SideAnswer) => void; readonly reject: (error: Error) => void } | undefined
  const fail = (): void => {
    pending?.reject(new Error(`${program} exited: ${stderr}`))
    pending = undefined
  }
  child.on('close', () => {
    fail()
    onEnd()
  })
  child.on('error', fail)
  child.stdin.on('error', fail)
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return
    const answer = JSON.parse(line) as SideAnswer & { readonly error?: string }
    if (answer.error === undefined) pending?.resolve(answer)
    else pending?.reject(new Error(`${program}: ${answer.error}`))
    pending = undefined
  })
  return {
    run: (task: Task) =>
      new Promise<SideAnswer>((resolve, reject) => {
        pending = { resolve, reject }
        if (child.exitCode !== null) fail()
        else child.stdin.write(`${JSON.stringify(task)}\n`)
      }),
    end: () => {
      // A program and its children exit at the end of their input; one that does not is killed.
      child.stdin.end()
      setTimeout(() => child.kill(), KILL_AFTER_MS).unref()
    },
  }
}

/** Starts a program of `bench/sides` in plain Node, without flags. */
export const startNodeSide = (program: string): Side =>
  startSide(process.execPath, join(compiled, `${program}.js`), { PATH: process.env['PATH'] })

/** Whether a Python has a module. */
export const hasModule = (python: string, module: string): boolean =>
  spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0

/** Finds a Python that has the official client; undefined if there is none. */
export const findPython = (): string | undefined => {
  const python = process.env['REFEREE_PYTHON'] || join(root, '.venv/0.31/bin/python')
  return existsSync(python) && hasModule(python, 'wandb') ? python : undefined
}

/** Starts a program of `bench/peer` with the official client and a cache directory of its own. */
export const startOfficialSide = (python: string, program: string): Side => {
  const cache = mkdtempSync(join(tmpdir(), 'bench-cache-'))
  return startSide(
    python,
    join(peers, `${program}.py`),
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
