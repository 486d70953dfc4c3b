import { spawn } from 'node:child_process'

/** The outcome of a command and its output. */
export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly output: string
}

/** Runs a command and waits for it to end. Variables in `env` are added to the environment. */
export const run = (
  command: string,
  args: ReadonlyArray<string>,
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, shell: process.platform === 'win32' })
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

/** Returns the output of a failed command; nothing if it succeeded. */
export const problemsOf = async (
  command: string,
  args: ReadonlyArray<string>,
  cwd: string,
): Promise<ReadonlyArray<string>> => {
  const { code, output } = await run(command, args, cwd)
  return code === 0 ? [] : [output.trim() || `${command} exited with ${code}`]
}
