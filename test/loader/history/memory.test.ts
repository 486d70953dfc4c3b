import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { startSandbox } from '../../../sandbox/index.ts'
import { caseCount } from '../../laws/law.ts'
import { run } from '../../sandbox/fixture.ts'

const ROWS = caseCount(1_000_000, 200_000)
const KEYS = 8

/** Numbers that do not compress, and that differ by metric. */
const noise = (key: number): Float64Array =>
  Float64Array.from({ length: ROWS }, (_, at) => Math.sin(at * 12.9898 + key) * 43758.5453)

test('a long history of eight metrics is read within 230 MB of memory and 170 bytes a row', {
  timeout: 120_000,
}, async () => {
  const columns = Array.from({ length: KEYS }, (_, key) => noise(key))
  const file = parquetWriteBuffer({
    columnData: [
      { name: '_step', data: BigInt64Array.from({ length: ROWS }, (_, step) => BigInt(step)), type: 'INT64' },
      ...columns.map((data, key) => ({ name: `k${key}`, data, type: 'DOUBLE' as const })),
    ],
    rowGroupSize: 100_000,
  })
  const sandbox = await startSandbox({ records: [run('alpha')] })
  sandbox.exports.give('team/vision/alpha', [new Uint8Array(file)])

  const program = fileURLToPath(new URL('./million.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--import', 'tsx', program],
    ...[sandbox.url, sandbox.apiKey, 'team/vision/alpha'],
  ])
  const requests = sandbox.requests.length
  await sandbox.close()
  expect(requests).toBeLessThan(25)
  const { kilobytes, ...found } = JSON.parse(stdout)
  expect(found).toEqual({
    length: ROWS,
    keys: columns.map((_, key) => `k${key}`),
    last: ROWS - 1,
    sums: columns.map((values) => values.reduce((sum, value) => sum + value, 0)),
  })
  expect(kilobytes).toBeGreaterThan(80_000)
  expect(kilobytes).toBeLessThan(230_000 + ROWS * 0.17)
})
