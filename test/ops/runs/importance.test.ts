import { describe, expect, test } from 'vitest'
import { importance } from '../../../src/ops/runs/importance.ts'
import { column } from '../../../src/query/columnBuilders.ts'

const of = (configs: ReadonlyArray<unknown>, losses: ReadonlyArray<unknown>) =>
  importance(column.summary('loss'))(configs.map((config, at) => ({ config, summary: { loss: losses[at] } })))
const correlation = (values: ReadonlyArray<unknown>, losses: ReadonlyArray<unknown>) =>
  of(
    values.map((a) => ({ a })),
    losses,
  )[0]?.correlation

describe('the correlation', () => {
  test('is 1 - 6 * (sum of the squared rank differences) / n / (n * n - 1) when there are no ties', () => {
    // Ranks 1 2 3 4 5 and 2 1 4 3 5: squared differences 1 + 1 + 1 + 1 + 0 = 4, so 1 - 24 / 120.
    expect(correlation([10, 20, 30, 40, 50], [0.2, 0.1, 0.4, 0.3, 0.5])).toBeCloseTo(0.8, 15)
  })

  test('gives ties their mean rank', () => {
    // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4. About the mean 2.5: -1.5 0 0 1.5 and -1.5 -0.5 0.5 1.5.
    // Products 4.5, squares 4.5 and 5, so 4.5 / sqrt(22.5).
    expect(correlation([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(22.5), 15)
  })

  test('is 1 or -1 when the order is the same or the opposite, and depends on the order only', () => {
    expect(correlation([1, 2, 1000], [0, Number.MIN_VALUE, Number.POSITIVE_INFINITY])).toBe(1)
    expect(correlation([-0.1, -5, -6], [1, 2, 3])).toBe(-1)
  })

  test('treats booleans as 0 and 1, on either side', () => {
    // Ranks 1.5 1.5 3.5 3.5 and 1 2 3 4: products 4, squares 4 and 5.
    expect(correlation([false, false, true, true], [1, 2, 3, 4])).toBeCloseTo(4 / Math.sqrt(20), 15)
    expect(correlation([1, 2, 3, 4], [false, false, true, true])).toBeCloseTo(4 / Math.sqrt(20), 15)
  })

  test('uses the runs that have a number in both, and says how many', () => {
    const values = [1, 2, 3, '4', null, Number.NaN, 7, 8]
    const [only] = of(
      values.map((a) => ({ a })),
      [1, 2, 3, 0, 0, 0, Number.NaN, undefined],
    )
    expect(only).toEqual({ path: ['a'], correlation: 1, runs: 3 })
  })

  test('is undefined when fewer than two runs can be used, or nothing varies among them', () => {
    expect(correlation([1, 2], [1, undefined])).toBeUndefined()
    expect(correlation([1, 2, 3], [5, 5, 5])).toBeUndefined()
    expect(correlation([1, 1, 3], [1, 2, undefined])).toBeUndefined()
    expect(correlation(['adam', 'sgd'], [1, 2])).toBeUndefined()
  })
})

test('lists each path at which configs differ, strongest first whatever the sign, then by path, strings last', () => {
  const configs = [
    { same: 1, text: 'a', up: 1, half: 1, down: { deep: 3 }, alike: 1 },
    { same: 1, text: 'b', up: 2, half: 3, down: { deep: 2 }, alike: 2 },
    { same: 1, text: 'c', up: 3, half: 2, down: { deep: 1 }, alike: 3 },
  ]
  expect(of(configs, [1, 2, 3])).toEqual([
    { path: ['alike'], correlation: 1, runs: 3 },
    { path: ['down', 'deep'], correlation: -1, runs: 3 },
    { path: ['up'], correlation: 1, runs: 3 },
    { path: ['half'], correlation: 0.5, runs: 3 },
    { path: ['text'], correlation: undefined, runs: 0 },
  ])
})

test('lists nothing for no runs or one', () => {
  expect(of([], [])).toEqual([])
  expect(of([{ a: 1 }], [1])).toEqual([])
})

test('accepts any column of numbers as the metric', () => {
  const runs = [1, 2, 3].map((a) => ({ config: { a }, computeSeconds: 10 - a }))
  expect(importance(column.computeSeconds)(runs)[0]?.correlation).toBe(-1)
})
