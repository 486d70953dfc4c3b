import * as E from 'fp-ts/lib/Either.js'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { mergeChunks } from 'wandb-run-ops/ops'
import { loadError } from '../../../../src/client/LoadError.ts'
import { type OpenParquet, readParquetFiles } from '../../../../src/loader/history/parquet/readParquet.ts'
import { failsWith, rightOf } from '../../servers/either.ts'

const fileOf = (from: number, to: number): Uint8Array => {
  const steps = Array.from({ length: to - from }, (_, row) => from + row)
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: '_step', data: steps.map(BigInt), type: 'INT64' },
        { name: 'a', data: steps.map((step) => step / 4), type: 'DOUBLE' },
      ],
      rowGroupSize: 10,
    }),
  )
}

const files = [fileOf(0, 25), fileOf(25, 30), fileOf(30, 60)]

const opened =
  (bytes: Uint8Array): OpenParquet =>
  () =>
  async () =>
    E.right({ byteLength: bytes.length, read: async (start, end) => E.right(bytes.subarray(start, end)) })

test.each([
  ['their own', [0, 1, 2]],
  ['the reverse', [2, 1, 0]],
  ['another', [1, 2, 0]],
])('puts the numbers of files in %s order into one piece', async (_, order) => {
  const opens = order.flatMap((at) => files[at] ?? []).map(opened)
  const chunks = rightOf(await readParquetFiles(opens, 2, {})())
  expect(chunks.map(({ steps }) => steps[0])).toEqual([0, 10, 20, 25, 30, 40, 50])
  const { steps, columns } = mergeChunks(chunks)
  expect([...steps]).toEqual(Array.from({ length: 60 }, (_, step) => step))
  expect([...(columns['a']?.values ?? [])]).toEqual(Array.from({ length: 60 }, (_, step) => step / 4))
  const [first] = chunks.map((chunk) => chunk.columns.get('a'))
  expect(first?.type).toBe('number')
  expect(columns['a']?.type === 'number' && first?.type === 'number' && columns['a'].values.buffer).toBe(
    first?.type === 'number' && first.values.buffer,
  )
})

/** A file of which nothing can be read but its footer. */
const blocked =
  (read: (signal: AbortSignal) => Promise<E.Either<ReturnType<typeof loadError>, Uint8Array>>): OpenParquet =>
  (signal) =>
  async () => {
    const bytes = fileOf(0, 25)
    let many = 0
    return E.right({
      byteLength: bytes.length,
      read: (start, end) => {
        many += 1
        return many === 1 ? Promise.resolve(E.right(bytes.subarray(start, end))) : read(signal)
      },
    })
  }

test('ends what is on its way of other files when one cannot be read', async () => {
  const broken = blocked(async () => E.left(loadError({ _tag: 'NetworkFailed', detail: '' })))
  const hanging = blocked(
    (signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(E.left(loadError({ _tag: 'Aborted' }))))
      }),
  )
  failsWith('NetworkFailed', await readParquetFiles([hanging, broken], 2, {})())
})

test('ends at the signal', async () => {
  const controller = new AbortController()
  const reading = blocked((signal) => {
    controller.abort()
    return Promise.resolve(
      signal.aborted ? E.left(loadError({ _tag: 'Aborted' })) : E.right(new Uint8Array(fileOf(0, 25))),
    )
  })
  failsWith('Aborted', await readParquetFiles([reading], 2, { signal: controller.signal })())
})

test('passes each file its own signal, and aborts them all', async () => {
  const signals: Array<AbortSignal> = []
  const opens = files.map(
    (bytes): OpenParquet =>
      (signal) => {
        signals.push(signal)
        return opened(bytes)(signal)
      },
  )
  rightOf(await readParquetFiles(opens, 2, {})())
  expect(new Set(signals).size).toBe(3)
  expect(signals.every(({ aborted }) => aborted)).toBe(true)
})

test('ends what is on its way at the signal', { timeout: 5000 }, async () => {
  const controller = new AbortController()
  const hanging = blocked(
    (signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(E.left(loadError({ _tag: 'Aborted' }))))
        setTimeout(() => controller.abort(), 1)
      }),
  )
  failsWith('Aborted', await readParquetFiles([hanging], 2, { signal: controller.signal })())
})
