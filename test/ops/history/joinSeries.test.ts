import { expect, test } from 'vitest'
import { joinSeries } from '../../../src/ops/history/joinSeries.ts'

const seriesOf = (steps: ReadonlyArray<number>, values: ReadonlyArray<number>) => ({
  steps: Float64Array.from(steps),
  values: Float64Array.from(values),
})
const train = seriesOf([0, 2], [0.9, 0.5])
const val = seriesOf([1, 2], [0.6, Number.NaN])

test('there is a column for each name, with NaN when the series has no step', () => {
  const { steps, values } = joinSeries({ train, val })
  expect([...steps]).toEqual([0, 1, 2])
  expect([...values.train]).toEqual([0.9, Number.NaN, 0.5])
  expect([...values.val]).toEqual([Number.NaN, 0.6, Number.NaN])
})

test('any string is a valid name', () => {
  const names = ['__proto__', 'constructor', '', 'a.b', 'toString']
  const { values } = joinSeries(Object.fromEntries(names.map((name) => [name, train])))
  expect(Object.keys(values)).toEqual(names)
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
})

test('inherited names are absent', () => {
  expect(Object.keys(joinSeries(Object.create({ train }) as Record<string, typeof train>).values)).toEqual([])
})

test('the result is empty for no series, and everything is frozen', () => {
  const joined = joinSeries({})
  expect(joined).toEqual({ steps: new Float64Array(), values: {} })
  expect([joined, joined.values].every(Object.isFrozen)).toBe(true)
})
