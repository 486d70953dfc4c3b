import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { loadError } from '../../../../src/client/LoadError.ts'
import { columnBuffers, readAhead } from '../../../../src/loader/history/parquet/readFile.ts'

interface Part {
  readonly start: number
  readonly end: number
}

/** Reads parts of a file of zeros, and keeps how many parts and bytes were on their way whenever one was asked for. */
const read = async (parts: ReadonlyArray<Part>, broken?: number) => {
  const onTheWay = new Set<Part>()
  const asked: Array<{ readonly many: number; readonly bytes: number }> = []
  const source = {
    byteLength: 2 ** 30,
    read: async (start: number, end: number) => {
      const part = { start, end }
      onTheWay.add(part)
      asked.push({ many: onTheWay.size, bytes: [...onTheWay].reduce((sum, one) => sum + one.end - one.start, 0) })
      await new Promise((resolve) => setTimeout(resolve, start % 3))
      onTheWay.delete(part)
      return start === broken
        ? E.left(loadError({ _tag: 'NetworkFailed', detail: '' }))
        : E.right(new Uint8Array([start % 256]))
    },
  }
  const got: Array<number | string> = []
  for await (const one of readAhead(source, parts))
    got.push(
      E.isLeft(one) ? one.left._tag : one.right.part.start === one.right.bytes[0] ? one.right.part.start : 'mixed',
    )
  return { got, asked }
}

const parts = (many: number, size: number): ReadonlyArray<Part> =>
  Array.from({ length: many }, (_, index) => ({ start: index, end: index + size }))

const MB = 2 ** 20

test('returns parts in their order, with several small ones on their way', async () => {
  const { got, asked } = await read(parts(30, 1000))
  expect(got).toEqual(Array.from({ length: 30 }, (_, index) => index))
  expect(Math.max(...asked.map(({ many }) => many))).toBe(8)
})

test('has no more than a few megabytes on their way', async () => {
  const { got, asked } = await read(parts(12, 4 * MB))
  expect(got.length).toBe(12)
  expect(Math.max(...asked.map(({ bytes }) => bytes))).toBe(12 * MB)
  expect(asked.slice(3).some(({ many }) => many > 1)).toBe(true)
})

test('reads a part that is larger than that on its own', async () => {
  const { got, asked } = await read(parts(3, 20 * MB))
  expect(got).toEqual([0, 1, 2])
  expect(asked.map(({ many }) => many)).toEqual([1, 1, 1])
})

test('ends at the first part that cannot be read', async () => {
  expect((await read(parts(30, 1000), 4)).got).toEqual([0, 1, 2, 3, 'NetworkFailed'])
})

test('reads nothing of no parts', async () => {
  expect(await read([])).toEqual({ got: [], asked: [] })
})

test('has an empty slice for each part of each metric, one after the other', () => {
  const buffers = columnBuffers(5)
  const first = buffers('a', 0, 2)
  const second = buffers('a', 2, 3)
  first.values.fill(1)
  second.present.fill(1)
  expect(first).toEqual({ type: 'number', values: new Float64Array([1, 1]), present: new Uint8Array(2) })
  expect(second).toEqual({ type: 'number', values: new Float64Array(3), present: new Uint8Array([1, 1, 1]) })
  expect(second.values.buffer).toBe(first.values.buffer)
  expect(second.values.byteOffset).toBe(16)
  expect(buffers('b', 0, 5).values.buffer).not.toBe(first.values.buffer)
})
