import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { packedFilesProblems } from '../../scripts/smoke/packedFiles.ts'
import { peersOf } from '../../scripts/smoke/peers.ts'
import { readmeProgram } from '../../scripts/smoke/readmeProgram.ts'
import { makeReport } from '../../scripts/smoke/report.ts'

const parts = { sources: ['src/ops/a.ts'], documents: ['README.md', 'docs/a.md'], named: ['dist/ops.js'] }

const packed = [
  ...['LICENSE', 'README.md', 'docs/a.md', 'package.json', 'dist/LICENSES.txt', 'dist/ops.js'],
  ...['dist/es6/ops/a.js', 'dist/declarations/ops/a.d.ts', 'dist/chunks/chunk-B2.js'],
  ...['dist/cli/LICENSES.txt', 'dist/cli/main.js', 'dist/cli/parts/a-B2.js', 'dist/cli/schema.graphql'],
]

test('packedFilesProblems reports files without a source and missing files', () => {
  expect(packedFilesProblems(packed, parts)).toEqual([])
  for (const file of [
    'dist/es6/ops/old.js',
    'dist/declarations/ops/old.d.ts',
    'dist/es6/ops/a.js.map',
    'src/ops/a.ts',
    '.env',
  ])
    expect(packedFilesProblems([...packed, file], parts)).toEqual([`unexpected: ${file}`])
  expect(packedFilesProblems(packed.slice(1), parts)).toEqual(['missing: LICENSE'])
  expect(packedFilesProblems(packed, { ...parts, named: ['dist/ops.js', 'dist/loader.js'] })).toEqual([
    'missing: dist/loader.js',
  ])
})

test('readmeProgram returns the first program of the README', () => {
  const program = readmeProgram(fileURLToPath(new URL('../..', import.meta.url)))
  expect(program).toMatch(/^import .* from 'wandb-run-ops/)
  expect(program).not.toContain('```')
})

test('peersOf: engines and proxies are optional, fp-ts and io-ts are not, and each has a valid lowest version', () => {
  const peers = peersOf(fileURLToPath(new URL('../..', import.meta.url)))
  const namesOf = (isOptional: boolean) => peers.filter((peer) => peer.optional === isOptional).map(({ name }) => name)
  expect(namesOf(false)).toEqual(['fp-ts', 'io-ts'])
  expect(namesOf(true)).toEqual(['@duckdb/node-api', 'apache-arrow', 'arquero', 'undici'])
  expect(peers.filter(({ lowest }) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(lowest))).toEqual([])
})

test('makeReport counts the checks, and a check that throws has failed', async () => {
  const lines: string[] = []
  const { check, close } = makeReport((line) => lines.push(line))
  expect(await check('good', async () => [])).toBe(true)
  expect(await check('bad', async () => ['one\ntwo'])).toBe(false)
  expect(await check('thrown', () => Promise.reject(new Error('why')))).toBe(false)
  expect(close()).toBe(1)
  expect(lines).toEqual([
    'passed  good',
    'failed  bad',
    '        one\n        two',
    'failed  thrown',
    '        why',
    '1 passed, 2 failed',
  ])
})

test('makeReport returns exit code 0 if no check failed', async () => {
  const { check, close } = makeReport(() => {})
  await check('good', async () => [])
  expect(close()).toBe(0)
})
