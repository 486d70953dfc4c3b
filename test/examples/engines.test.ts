import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tableFromIPC } from 'apache-arrow'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'examples-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** What an example prints, run as its reader would run it. */
const printed = (name: string, ...args: ReadonlyArray<string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', `examples/${name}/main.ts`, ...args], { cwd: root })
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

test('arrow writes and reads runs and a history', async () => {
  const output = await printed('arrow', folder)
  expect(output).toContain('runs.arrow: 138 rows')
  expect(output).toMatch(/accuracy +Float64 +15 null/)
  expect(output).toContain('history.arrow: 1245 rows')
  expect(output).toContain('mlp-seed-0: highest val/accuracy 0.9703703703703703 at step 434')
  const table = tableFromIPC(readFileSync(join(folder, 'runs.arrow')))
  expect(table.schema.names).toEqual(['run', 'created', 'runtime', 'tags', 'family', 'rate', 'accuracy'])
})

test('arquero groups runs, joins histories, and calls operations', async () => {
  const output = await printed('arquero')
  expect(output).toContain('|mlp|97|0.865271|0.988889|')
  expect(output).toContain('|mlp-seed-3|60|0.072873|0.974074|')
  expect(output).toContain('|wide-rmsprop|0.0005|48|')
})

test('vega draws a chart that calls operations', async () => {
  const file = join(folder, 'chart.svg')
  expect(await printed('vega', file)).toBe('105 of 138 runs drawn as SVG\n')
  expect(readFileSync(file, 'utf8')).toMatch(/^<svg .*learning rate.*<\/svg>$/s)
})

test('observable draws runs and histories', async () => {
  expect(await printed('observable', folder)).toBe('runs.svg: 109 marks\nhistories.svg: 6 marks\n')
  for (const name of readdirSync(folder).filter((name) => ['runs.svg', 'histories.svg'].includes(name)))
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^<svg .*<\/svg>$/s)
})
