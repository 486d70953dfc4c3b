import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClientOptions, LoadError } from 'wandb-run-ops/loader'
import { type ColumnChunk, historyFromRows, historyRows, mergeChunks } from 'wandb-run-ops/ops'
import type { History } from 'wandb-run-ops/types'
import { folderLines, type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { type ParquetRequest, readRemoteParquet } from '../../../src/loader/history/parquet/readParquet.ts'
import { extraFolder } from '../../fixtures/extraData.ts'
import { run } from '../../sandbox/fixture.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

const ROWS = 60
const rows = Array.from({ length: ROWS }, (_, step) =>
  step % 2 === 0 ? `{"_step":${step},"loss":${step / 7}}` : `{"_step":${step},"acc":0.${step},"note":"n${step}"}`,
)
const path = 'team/vision/alpha'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ records: [run('alpha', { history: rows })], history: 'parquet' })
})
afterEach(() => sandbox.close())

const urlsOf = (box: Sandbox, [entity = '', project = '', id = ''] = path.split('/')): ReadonlyArray<string> => {
  const record = box.store.project(entity, project)?.run(id)
  if (record === undefined) throw new Error('no such run')
  return (box.exports.answer(record, ['_step'], box.storageUrl) as { parquetUrls: ReadonlyArray<string> }).parquetUrls
}

type Options = Partial<ParquetRequest> & { readonly client?: ClientOptions }

const chunks = ({ client, ...request }: Options = {}): Promise<E.Either<LoadError, ReadonlyArray<ColumnChunk>>> =>
  readRemoteParquet(quick(sandbox.url, sandbox.apiKey, client), {
    urls: urlsOf(sandbox),
    renew: async () => E.right(urlsOf(sandbox)),
    ...request,
  })()

const read = async (request: Options = {}): Promise<History> =>
  mergeChunks(rightOf(await chunks(request)), { source: 'parquet', keys: request.keys })

const give = (...files: ReadonlyArray<ArrayBuffer | Uint8Array>): void =>
  sandbox.exports.give(
    path,
    files.map((file) => new Uint8Array(file)),
  )

const asked = (): ReadonlyArray<string> => sandbox.requests.map(({ headers }) => headers['range'] ?? 'all')

/** Numbers that do not compress, so that the file is as large as it is long. */
const noise = (length: number, seed: number): Float64Array =>
  Float64Array.from({ length }, (_, at) => Math.sin(at * 12.9898 + seed) * 43758.5453)

const large = (
  length: number,
  keys: number,
  rowGroupSize: number,
  codec: 'SNAPPY' | 'UNCOMPRESSED' = 'SNAPPY',
): ArrayBuffer =>
  parquetWriteBuffer({
    columnData: [
      { name: '_step', data: Array.from({ length }, (_, step) => BigInt(step)), type: 'INT64' },
      ...Array.from({ length: keys }, (_, key) => ({
        name: `k${key}`,
        data: noise(length, key),
        type: 'DOUBLE' as const,
      })),
    ],
    rowGroupSize,
    codec,
  })

describe('a history in Parquet files', () => {
  test('comes back with every row, whatever the order of the files', async () => {
    const whole = historyFromRows(rows, { source: 'parquet' })
    expect(await read()).toEqual(whole)
    expect(await read({ urls: [...urlsOf(sandbox)].reverse() })).toEqual(whole)
  })

  test('comes without columns that nobody asked for', async () => {
    const history = await read({ keys: ['acc', 'nope'] })
    expect([history.keys, history.length]).toEqual([['acc'], ROWS / 2])
  })

  test('has a chunk for each row group, in the order of their first steps', async () => {
    sandbox.exports.set(path, { exported: 1, liveFrom: 1, files: 2, rowGroupRows: 10 })
    const all = rightOf(await chunks({ urls: [...urlsOf(sandbox)].reverse() }))
    expect(all.map(({ steps }) => [steps[0], steps.length])).toEqual([0, 10, 20, 30, 40, 50].map((step) => [step, 10]))
  })

  test('comes of files that overlap, that differ in their metrics, and in what a metric is', async () => {
    const step = (...steps: ReadonlyArray<number>) => ({
      name: '_step',
      data: steps.map(BigInt),
      type: 'INT64' as const,
    })
    give(
      parquetWriteBuffer({ columnData: [step(2, 5, 7), { name: 'a', data: [2, 5, 7], type: 'DOUBLE' }] }),
      parquetWriteBuffer({ columnData: [step(8, 9), { name: 'a', data: ['x', 'y'], type: 'STRING' }] }),
      parquetWriteBuffer({
        columnData: [
          step(0, 3, 5, 10),
          { name: 'b', data: [0, 3, undefined, 10], type: 'DOUBLE' },
          { name: 'a', data: [undefined, undefined, 50, 100], type: 'DOUBLE' },
        ],
      }),
    )
    const history = await read()
    expect(historyRows(history)).toEqual([
      { _step: 0, b: 0 },
      { _step: 2, a: 2 },
      { _step: 3, b: 3 },
      { _step: 5, a: 5 },
      { _step: 7, a: 7 },
      { _step: 8, a: 'x' },
      { _step: 9, a: 'y' },
      { _step: 10, b: 10, a: 100 },
    ])
  })

  test.each([
    [10, 20],
    [7, 8],
    [undefined, 33],
    [33, undefined],
    [ROWS, undefined],
    [-5, 0],
  ])('is read from minStep, inclusive, to maxStep, exclusive: %s to %s', async (minStep, maxStep) => {
    sandbox.exports.set(path, { exported: 1, liveFrom: 1, files: 2, rowGroupRows: 7 })
    const steps = Array.from({ length: ROWS }, (_, step) => step).filter(
      (step) => step >= (minStep ?? 0) && step < (maxStep ?? ROWS),
    )
    expect([...(await read({ minStep, maxStep })).steps]).toEqual(steps)
  })

  test('may have floats for steps', async () => {
    sandbox.exports.set(path, { exported: 1, liveFrom: 1, floatSteps: true })
    expect(await read()).toEqual(historyFromRows(rows, { source: 'parquet' }))
  })

  test('keeps the step of a row that has none of the metrics', async () => {
    const all = rightOf(await chunks({ keys: ['acc'] }))
    expect(all.reduce((sum, { steps }) => sum + steps.length, 0)).toBe(ROWS)
  })

  test('is called with how many rows are read', async () => {
    const told: Array<number> = []
    await chunks({ onRows: (count) => told.push(count) })
    expect(told.at(-1)).toBe(ROWS)
    expect(told).toEqual([...told].sort((one, other) => one - other))
  })
})

describe('a cell', () => {
  const cell = async (columns: Parameters<typeof parquetWriteBuffer>[0]): Promise<unknown> => {
    give(parquetWriteBuffer(columns))
    const history = await read()
    return history.columns['k']?.type === 'number' ? [...history.columns['k'].values] : history.columns['k']?.values
  }
  const step = { name: '_step', data: [0n, 1n], type: 'INT64' as const }

  test('that is an integer no number holds becomes the nearest', async () => {
    const data = [9007199254740993n, -9223372036854775808n]
    expect(await cell({ columnData: [step, { name: 'k', data, type: 'INT64' }] })).toEqual([2 ** 53, -(2 ** 63)])
  })

  test.each([
    ['INT32', [1, -2], [1, -2]],
    ['FLOAT', [0.5, Number.NaN], [0.5, Number.NaN]],
    ['BOOLEAN', [true, false], [true, false]],
    ['STRING', ['a', 'b'], ['a', 'b']],
    ['JSON', [{ a: [1] }, 'x'], [{ a: [1] }, 'x']],
    ['TIMESTAMP', [new Date(0), new Date(1)], ['1970-01-01T00:00:00.000Z', '1970-01-01T00:00:00.001Z']],
  ] as const)('of the type %s is what JSON would have', async (type, data, values) => {
    expect(await cell({ columnData: [step, { name: 'k', data: [...data], type }] })).toEqual(values)
  })

  test('that spells a number that is none is that number', async () => {
    expect(await cell({ columnData: [step, { name: 'k', data: ['NaN', '-Infinity'], type: 'STRING' }] })).toEqual([
      Number.NaN,
      Number.NEGATIVE_INFINITY,
    ])
  })

  test('of a metric of several types is the one that it has', async () => {
    const schema = [
      { name: 'schema', num_children: 2 },
      { name: '_step', type: 'INT64', repetition_type: 'OPTIONAL' },
      { name: 'k', num_children: 2, repetition_type: 'OPTIONAL' },
      { name: '_type_int64', type: 'INT64', repetition_type: 'OPTIONAL' },
      { name: '_type_string', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    ] as const
    const data = [
      { _type_int64: 3n, _type_string: null },
      { _type_int64: null, _type_string: 'x' },
    ]
    const columnData = [
      { name: '_step', data: step.data },
      { name: 'k', data },
    ]
    expect(await cell({ schema: [...schema], columnData })).toEqual([3, 'x'])
  })
})

describe('a file', () => {
  test('that is small takes one request, and no key goes with it', async () => {
    await read()
    expect(sandbox.requests.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'GET 206',
      'GET 206',
      'GET 206',
    ])
    expect(sandbox.requests.filter(({ headers }) => 'authorization' in headers)).toEqual([])
  })

  test('that is large is read in part: its head, its footer, and the columns asked for', async () => {
    const file = large(20_000, 20, 10_000)
    give(file)
    const history = await read({ keys: ['k19'] })
    expect([history.length, history.columns['k19']]).toEqual([
      20_000,
      { type: 'number', values: noise(20_000, 19), present: new Uint8Array(20_000).fill(1) },
    ])
    const bytes = sandbox.requests.reduce((sum, { bytes }) => sum + bytes, 0)
    expect(bytes / file.byteLength).toBeLessThan(0.4)
    expect(sandbox.requests.length).toBeLessThanOrEqual(5)
  })

  test('is read in few requests where all of it is wanted', async () => {
    const file = large(50_000, 20, 1000)
    give(file)
    expect((await read()).length).toBe(50_000)
    expect(sandbox.requests.length).toBeLessThanOrEqual(Math.ceil(file.byteLength / 2 ** 22) + 2)
    expect(sandbox.requests.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(file.byteLength * 1.1)
  })

  test('is not read where its steps are out of bounds', async () => {
    give(large(50_000, 20, 5000))
    expect((await read({ minStep: 49_990 })).length).toBe(10)
    const bytes = sandbox.requests.reduce((sum, { bytes }) => sum + bytes, 0)
    expect(bytes).toBeLessThan(2 ** 21)
  })

  test('without any of the keys costs a look at its schema', async () => {
    give(large(50_000, 5, 5000))
    expect(rightOf(await chunks({ keys: ['nope'] }))).toEqual([])
    expect(sandbox.requests.length).toBeLessThanOrEqual(2)
  })

  test('without rows and columns has no chunk', async () => {
    const empty = new URL('../../data/empty.parquet', import.meta.url)
    give(readFileSync(empty))
    expect(rightOf(await chunks())).toEqual([])
  })

  test('with rows and no steps is refused', async () => {
    give(parquetWriteBuffer({ columnData: [{ name: 'loss', data: [1, 2], type: 'DOUBLE' }] }))
    expect(failsWith('FileUnreadable', await chunks()).detail).toContain('_step')
    give(parquetWriteBuffer({ columnData: [{ name: '_step', data: [1, null], type: 'DOUBLE' }] }))
    expect(failsWith('FileUnreadable', await chunks()).detail).toContain('without a step')
  })

  test.each([
    ['nothing', (_: Uint8Array) => new Uint8Array()],
    ['half of it', (file: Uint8Array) => file.slice(0, file.length / 2)],
    ['a page of HTML', () => new TextEncoder().encode('<!DOCTYPE html><html><body>Sign in</body></html>')],
    [
      'a footer that says too much',
      (file: Uint8Array) => Uint8Array.from([...file.slice(0, -5), 0x7f, ...file.slice(-4)]),
    ],
    ['zeros in its pages', (file: Uint8Array) => new Uint8Array(file).fill(0, 4, 400)],
  ])('that holds %s is refused', async (_, spoil) => {
    give(spoil(new Uint8Array(large(100, 2, 50))))
    const answer = await chunks()
    expect(E.isLeft(answer) && answer.left._tag).toMatch(/FileUnreadable|HttpFailed/)
  })
})

describe('storage', () => {
  const trouble = (fault: Parameters<Sandbox['faults']['add']>[0]): string =>
    sandbox.faults.add({ ...fault, when: { operation: 'storage', times: 2, ...fault.when } })

  test('that has expired is asked for new addresses once, though several files are read', async () => {
    let renewals = 0
    const urls = urlsOf(sandbox)
    sandbox.exports.expire()
    sandbox.exports.reorder = true
    const renew = async () => {
      renewals += 1
      return E.right(urlsOf(sandbox))
    }
    expect((await read({ urls, renew })).length).toBe(ROWS)
    expect(renewals).toBe(1)
  })

  test('that refuses new addresses, too, is not asked for ever', async () => {
    trouble({ kind: 'status', status: 403, when: { times: 1000 } })
    failsWith('HttpFailed', await chunks())
    expect(sandbox.requests.length).toBeLessThanOrEqual(9)
  })

  test('whose new addresses lack a file is told apart from a history that is whole', async () => {
    const urls = urlsOf(sandbox)
    sandbox.exports.expire()
    failsWith('FileUnreadable', await chunks({ urls, renew: async () => E.right([]) }))
  })

  test('that cannot renew returns the reason', async () => {
    const urls = urlsOf(sandbox)
    sandbox.exports.expire()
    const reason = failsWith('FileUnreadable', await chunks({ urls, renew: async () => E.right([]) }))
    expect(await chunks({ urls, renew: async () => E.left(reason) })).toEqual(E.left(reason))
  })

  test.each([
    [{ kind: 'ignore-range' }],
    [{ kind: 'truncate' }],
    [{ kind: 'reset' }],
    [{ kind: 'status', status: 503 }],
    [{ kind: 'status', status: 200, body: 'html' }],
    [{ kind: 'status', status: 200, body: 'html', when: { times: 2, nth: 2 } }],
    [{ kind: 'status', status: 200, body: 'PAR1, and no more' }],
    [{ kind: 'rate-limit' }],
    [{ kind: 'slow-body', ms: 50 }],
  ] as const)('with trouble on the way gives every row all the same: %j', async (fault) => {
    trouble(fault)
    expect(await read()).toEqual(historyFromRows(rows, { source: 'parquet' }))
  })

  test('that knows no parts is asked once for each file', async () => {
    give(large(20_000, 20, 10_000))
    trouble({ kind: 'ignore-range' })
    expect((await read({ keys: ['k3'] })).length).toBe(20_000)
    expect(asked()).toEqual(['bytes=0-262143'])
  })

  test('that changes a file in the middle is found out', async () => {
    const one = new Uint8Array(large(50_000, 8, 5000, 'UNCOMPRESSED'))
    const other = one.with(one.length >> 1, 1)
    give(one)
    const swap = async () => {
      while (sandbox.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
      give(other)
    }
    trouble({ kind: 'latency', ms: 30, when: { times: 100 } })
    const [answer] = await Promise.all([chunks(), swap()])
    failsWith('FileUnreadable', answer)
  })

  test('is left alone at the signal', async () => {
    failsWith('Aborted', await chunks({ signal: AbortSignal.abort() }))
    expect(sandbox.requests).toEqual([])
    give(large(50_000, 20, 1000))
    const controller = new AbortController()
    const answer = await chunks({ signal: controller.signal, onRows: () => controller.abort() })
    failsWith('Aborted', answer)
  })
})

test('every row of every recorded run comes back, bit for bit', { timeout: 60_000 }, async () => {
  for (const records of [undefined, folderLines(extraFolder)]) {
    const box = await startSandbox({ ...(records === undefined ? {} : { records }), history: 'parquet' })
    const client = quick(box.url, box.apiKey)
    const different: Array<string> = []
    let count = 0
    for (const { entity, project, id, history } of box.store.projects.flatMap((one) => one.runs)) {
      const urls = urlsOf(box, [entity, project, id])
      const chunks = await readRemoteParquet(client, { urls, renew: async () => E.right(urls) })()
      const ours = mergeChunks(rightOf(chunks), { source: 'parquet' })
      const { keys, ...theirs } = historyFromRows(history, { source: 'parquet' })
      count += ours.length
      if (!isDeepStrictEqual({ ...ours, keys: [...ours.keys].sort() }, { ...theirs, keys: [...keys].sort() }))
        different.push(id)
    }
    await box.close()
    expect(different).toEqual([])
    if (records === undefined || records.length > 0) expect(count).toBeGreaterThan(40_000)
    else console.log('skipped: the shared runs are not beside the repository')
  }
})
