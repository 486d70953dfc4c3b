import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What the example prints, run as its reader would run it. */
const printed = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'examples/duckdb/main.ts'], { cwd: root })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(errors))))
  })

test('duckdb groups runs in a table and joins them with Parquet histories', async () => {
  const output = await printed()
  expect(output).toContain('138 runs inserted into table runs')
  expect(output).toContain('mlp: 100 runs, mean 0.8653, best 0.9889')
  expect(output).toMatch(/undefined: 20 runs/)
  expect(output).toMatch(/^Best of 100: \w+, \w+, \w+$/m)
  expect(output).toContain('Registered without inserting: family VARCHAR, accuracy DOUBLE, runtime INTEGER')
  expect(output).toMatch(/^mlp: longest run \d+ s$/m)
  expect(output).toContain('2178 rows of 3 histories in 9 files')
  expect(output).toContain('wide-adam: highest val/accuracy 0.9888888888888889')
}, 60_000)
