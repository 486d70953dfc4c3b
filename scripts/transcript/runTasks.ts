import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { NOW, type Task } from './tasks.ts'

/** A task with what its command printed. */
export interface Entry {
  readonly task: Task
  readonly output: string
}

/** A module that stops the clock of a program. */
const clock = `data:text/javascript,${encodeURIComponent(`
const now = new Date(${JSON.stringify(NOW)}).getTime()
globalThis.Date = class extends Date {
  constructor(...args) { args.length === 0 ? super(now) : super(...args) }
  static now() { return now }
}`)}`

const asFunction = 'wandb-run-ops() { "$NODE" --import "$CLOCK" "$PROGRAM" "$@"; }'

const printed = (command: string, cwd: string, env: Readonly<Record<string, string>>): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', `${asFunction}\n{ ${command}; } 2>&1`], { cwd, env })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${command}: ${code}\n${output}`))))
  })

const runTask = async (task: Task, sandbox: Sandbox, program: string, cwd: string): Promise<Entry> => {
  sandbox.resetRequests()
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: '/nonexistent',
    TZ: 'UTC',
    COLUMNS: '100',
    NODE: process.execPath,
    CLOCK: clock,
    PROGRAM: program,
    WANDB_BASE_URL: sandbox.url,
    WANDB_API_KEY: sandbox.apiKey,
  }
  const [output] = await Promise.all([printed(task.command, cwd, env), task.meanwhile?.(sandbox)])
  return { task, output: output.replaceAll(sandbox.url, 'https://wandb.ai').replaceAll(cwd, '/home/ada') }
}

/**
 * Runs tasks against a sandbox server with recorded runs.
 *
 * @param tasks - The tasks.
 * @param program - The path of the bundled program.
 */
export const runTasks = async (tasks: ReadonlyArray<Task>, program: string): Promise<ReadonlyArray<Entry>> => {
  const cwd = mkdtempSync(join(tmpdir(), 'transcript-'))
  const nightly = {
    entity: 'harbor-lab',
    project: 'nightly',
    runs: 40,
    start: new Date('2026-11-18T20:00:00Z'),
    spacingSeconds: 6000,
  }
  const sandbox = await startSandbox({ synthetic: nightly })
  try {
    const entries: Array<Entry> = []
    for (const task of tasks) entries.push(await runTask(task, sandbox, program, cwd))
    return entries
  } finally {
    await sandbox.close()
    rmSync(cwd, { recursive: true, force: true })
  }
}
