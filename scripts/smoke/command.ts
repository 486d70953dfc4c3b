import { spawn } from 'node:child_process'

/** How a command ended, and all that it printed. */
export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly output: string
}

/** Runs a command to its end. */
export const run = (command: string, args: ReadonlyArray<string>, cwd: string): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, shell: process.platform === 'win32' })
    let stdout = ''
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
      output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('error', ({ message }) => resolve({ code: 1, stdout, output: message }))
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, output }))
  })

/** What a command printed, where it failed; nothing where it did not. */
export const problemsOf = async (
  command: string,
  args: ReadonlyArray<string>,
  cwd: string,
): Promise<ReadonlyArray<string>> => {
  const { code, output } = await run(command, args, cwd)
  return code === 0 ? [] : [output.trim() || `${command} ended with ${code}`]
}
