import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Answer, Side, Task } from './Side.ts'

const PATIENCE_MS = 5_000

/** Starts a program that reads a task a line and writes an answer a line. */
export const startSide = (
  command: string,
  parameters: ReadonlyArray<string>,
  env: Readonly<Record<string, string | undefined>>,
  onEnd: () => void = () => {},
): Side => {
  const child = spawn(command, parameters, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-2_000)
  })
  let waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void } | undefined
  const fail = (): void => {
    waiting?.reject(new Error(`${parameters.at(-1)} ended: ${complaints}`))
    waiting = undefined
  }
  child.on('close', () => {
    fail()
    onEnd()
  })
  child.on('error', fail)
  child.stdin.on('error', fail)
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return
    const answer = JSON.parse(line) as Answer & { readonly error?: string }
    if (answer.error === undefined) waiting?.resolve(answer)
    else waiting?.reject(new Error(`${parameters.at(-1)}: ${answer.error}`))
    waiting = undefined
  })
  return {
    run: (task: Task) =>
      new Promise<Answer>((resolve, reject) => {
        waiting = { resolve, reject }
        if (child.exitCode !== null) fail()
        else child.stdin.write(`${JSON.stringify(task)}\n`)
      }),
    end: () => {
      // The end of its tasks ends it, with all that it started; a side that does not hear of it is stopped.
      child.stdin.end()
      setTimeout(() => child.kill(), PATIENCE_MS).unref()
    },
  }
}
