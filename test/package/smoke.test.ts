import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { packedFilesProblems } from '../../scripts/smoke/packedFiles.ts'
import { peersOf } from '../../scripts/smoke/peers.ts'
import { makeReport } from '../../scripts/smoke/report.ts'

const packed = [
  ...['LICENSE', 'README.md', 'package.json', 'src/ops/a.ts'],
  ...['dist/ops/a.js', 'dist/ops/a.js.map', 'dist/ops/a.d.ts', 'dist/ops/a.d.ts.map', 'dist-es6/ops/a.js'],
  ...['dist-cli/LICENSES.txt', 'dist-cli/main.js', 'dist-cli/parts/a-B2.js', 'dist-cli/schema.graphql'],
]

test('packedFilesProblems reports files without a source and missing files', () => {
  expect(packedFilesProblems(packed, ['src/ops/a.ts'])).toEqual([])
  expect(packedFilesProblems([...packed, 'dist/ops/old.js'], ['src/ops/a.ts'])).toEqual(['unexpected: dist/ops/old.js'])
  expect(packedFilesProblems([...packed, '.env'], ['src/ops/a.ts'])).toEqual(['unexpected: .env'])
  expect(packedFilesProblems(packed.slice(1), ['src/ops/a.ts'])).toEqual(['missing: LICENSE'])
})

test('peersOf: engines are optional, fp-ts and io-ts are not, and each has a valid lowest version', () => {
  const peers = peersOf(fileURLToPath(new URL('../..', import.meta.url)))
  const namesOf = (isOptional: boolean) => peers.filter((peer) => peer.optional === isOptional).map(({ name }) => name)
  expect(namesOf(false)).toEqual(['fp-ts', 'io-ts'])
  expect(namesOf(true)).toEqual(['@duckdb/node-api', 'apache-arrow', 'arquero'])
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
