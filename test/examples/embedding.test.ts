import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = `${root}examples/embedding`
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8')

/** What a program prints, run as its reader would run it. */
const printed = (file: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', `${folder}/${file}`], { cwd: root })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(output)) : reject(new Error(errors))))
  })

const time = Date.UTC(2026, 10, 20, 10)
const none = { NaN: [], Inf: [], NegInf: [] }

const results = {
  'filtrex.ts': [['a1', 1]],
  'grafana.ts': {
    schema: {
      name: 'runs',
      fields: [
        { name: 'run-computeSeconds', type: 'number' },
        { name: 'run-createdAt', type: 'time' },
        { name: 'run-displayName', type: 'string' },
        { name: 'run-id', type: 'string' },
        { name: 'run-jobType', type: 'string' },
        { name: 'run-name', type: 'string' },
      ],
    },
    data: {
      values: [
        [90, null],
        [time, time],
        ['warm-fox', null],
        ['a1', 'b2'],
        ['train', null],
        ['warm-fox', 'b2'],
      ],
      entities: [{ ...none, NaN: [1] }, none, none, none, none, none],
    },
  },
  'jsonata.ts': [
    { name: 'c3', rate: 0.3 },
    { name: 'warm-fox', rate: 0.1 },
  ],
  'mathjs.ts': [{ mean: 0.3, correlation: 1 }],
  'vega.ts': [
    { name: 'WARM-FOX', score: 0.5, isBest: true },
    { name: 'COLD-OWL', score: 0.3 / 0.7, isBest: false },
  ],
}

test.each(Object.entries(results))('%s prints the result of the engine', async (file, result) => {
  expect(await printed(file)).toEqual(result)
})

test('every program is run', () => {
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(results))
})

test.each(Object.keys(results))('%s is shorter than 30 lines', (file) => {
  expect(read(`examples/embedding/${file}`).trimEnd().split('\n').length).toBeLessThan(30)
})

/** A program without its types, in the spelling of the compiler. */
const programOf = (code: string): string => transformSync(code, { loader: 'ts' }).code

const onThePage = [...read('docs/embedding.md').matchAll(/```js.*\n([\s\S]*?)```/g)].map(([, code = '']) =>
  programOf(code),
)

test.each(Object.keys(results))('%s is on the page as it runs, without types', (file) => {
  expect(onThePage).toContain(programOf(read(`examples/embedding/${file}`)))
})

test.each(Object.keys(results))('%s imports only the registry from this package', (file) => {
  const imported = [...read(`examples/embedding/${file}`).matchAll(/from '(wandb-run-ops.*|\..*)'/g)]
  expect(imported.map(([, specifier]) => specifier)).toEqual(['wandb-run-ops/ops'])
})
