import { expect, test } from 'vitest'
import { columnBuffers } from '../../../../src/loader/history/parquet/readFile.ts'

test('has an empty slice for each part of each metric, one after the other', () => {
  const room = columnBuffers(5)
  const first = room('a', 0, 2)
  const second = room('a', 2, 3)
  first.values.fill(1)
  second.present.fill(1)
  expect(first).toEqual({ type: 'number', values: new Float64Array([1, 1]), present: new Uint8Array(2) })
  expect(second).toEqual({ type: 'number', values: new Float64Array(3), present: new Uint8Array([1, 1, 1]) })
  expect(second.values.buffer).toBe(first.values.buffer)
  expect(second.values.byteOffset).toBe(16)
  expect(room('b', 0, 5).values.buffer).not.toBe(first.values.buffer)
})
