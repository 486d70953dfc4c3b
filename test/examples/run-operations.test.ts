import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const require = createRequire(import.meta.url)
const programs = readdirSync(`${root}examples/run-operations`)
  .filter((file) => file.startsWith('run-'))
  .map((file) => file.replace(/\.ts$/, ''))

test('there is a program for each page of examples', () => {
  expect(programs).toHaveLength(11)
})

test.each(programs)('%s runs and gives what it says', async (program) => {
  await expect(import(`../../examples/run-operations/${program}.ts`)).resolves.toBeDefined()
})

test('the programs are type-checked as written', () => {
  const tsc = require.resolve('typescript/bin/tsc')
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', 'examples/tsconfig.json', '--noEmit'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
})
