import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { runsTable, type Sql, toSqlRow } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'

export type Rows = ReadonlyArray<ReadonlyArray<unknown>>

/** ClickHouse in a process of its own. */
export interface ClickHouse {
  /** The rows, or what it said was wrong. */
  readonly ask: (sql: Sql) => Promise<Rows | string>
  readonly close: () => void
}

const script = fileURLToPath(new URL('./clickhouse.py', import.meta.url))

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '\\0' }

/** A parameter as ClickHouse's own clients send it. */
const sent = (value: unknown): string => String(value).replace(/[\\\t\n\r\0]/g, (character) => escapes[character] ?? '')

/** Starts ClickHouse under the Python of a venv. */
export const startClickHouse = (python: string): ClickHouse => {
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting: Array<(answer: Rows | string) => void> = []
  const fail = (): void => {
    for (const resolve of waiting.splice(0)) resolve('ClickHouse ended')
  }
  child.on('exit', fail)
  child.on('error', fail)
  createInterface({ input: child.stdout }).on('line', (line) => {
    const reply = JSON.parse(line) as { readonly answer?: Rows; readonly error?: string }
    waiting.shift()?.(reply.answer ?? reply.error ?? '')
  })
  return {
    ask: ({ text, parameters }) =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve('ClickHouse ended')
        waiting.push(resolve)
        const entries = Object.entries(parameters).map(([name, value]) => [name, sent(value)])
        child.stdin.write(`${JSON.stringify({ sql: text, parameters: Object.fromEntries(entries) })}\n`)
      }),
    close: () => child.kill(),
  }
}

const literal = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`

/** Fills the table of runs anew. */
export const fillRuns = async ({ ask }: ClickHouse, runs: ReadonlyArray<Run>): Promise<void> => {
  const rows = runs.map((run, position) => literal(JSON.stringify(toSqlRow(run, position)))).join(', ')
  const types = runsTable('clickhouse')
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim().replace(/,$/, ''))
    .join(', ')
  const lines = `arrayStringConcat([${rows}], '\\n')`
  for (const text of [
    'DROP TABLE IF EXISTS runs',
    runsTable('clickhouse'),
    `INSERT INTO runs SELECT * FROM format(JSONEachRow, ${literal(types)}, ${lines})`,
  ]) {
    const said = await ask({ text, parameters: {} })
    if (typeof said === 'string') throw new Error(said)
  }
}
