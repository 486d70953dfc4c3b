import { describe, expect, test } from 'vitest'
import { type AlignOptions, alignSteps, joinSeries } from '../../../src/ops/history/joinSeries.ts'
import type { HistorySeries } from '../../../src/ops/history/series.ts'

describe('alignSteps', async () => {
  const { NaN: nan, POSITIVE_INFINITY: inf } = Number
  const seriesOf = (points: ReadonlyArray<readonly [number, number]>) => ({
    steps: Float64Array.from(points, ([step]) => step),
    values: Float64Array.from(points, ([, value]) => value),
  })
  const a = seriesOf([
    [0, 1],
    [10, 3],
    [20, nan],
  ])
  const b = seriesOf([
    [5, 7],
    [10, 8],
    [30, -inf],
  ])
  const c = seriesOf([
    [10, 2],
    [20, 6],
  ])

  const tableOf = (list: ReadonlyArray<HistorySeries>, options: AlignOptions) => {
    const aligned = alignSteps(list, options)
    return [[...(aligned[0]?.steps ?? [])], ...aligned.map(({ values }) => [...values])]
  }

  test('a union has every step once, and NaN where a series has none', () => {
    const expected = [
      [0, 5, 10, 20, 30],
      [1, nan, 3, nan, nan],
      [nan, 7, 8, nan, -inf],
      [nan, nan, 2, 6, nan],
    ]
    expect(tableOf([a, b, c], { how: 'union' })).toEqual(expected)
    expect(tableOf([a, b, c], { how: 'union', fill: 'missing' })).toEqual(expected)
  })

  test('previous repeats the last value, including NaN, and has nothing before the first', () => {
    expect(tableOf([a, b, c], { how: 'union', fill: 'previous' })).toEqual([
      [0, 5, 10, 20, 30],
      [1, 1, 3, nan, nan],
      [nan, 7, 8, 8, -inf],
      [nan, nan, 2, 6, 6],
    ])
  })

  test('linear interpolates between the neighbors, and ends where the series ends', () => {
    expect(tableOf([a, b, c], { how: 'union', fill: 'linear' })).toEqual([
      [0, 5, 10, 20, 30],
      [1, 2, 3, nan, nan],
      [nan, 7, 8, -inf, -inf],
      [nan, nan, 2, 6, nan],
    ])
    const spaced = [
      seriesOf([
        [0, 0],
        [10, 20],
      ]),
      seriesOf([[2.5, 1]]),
    ]
    expect(tableOf(spaced, { how: 'union', fill: 'linear' })[1]).toEqual([0, 5, 20])
  })

  test('linear spans the widest gaps', () => {
    const wide = seriesOf([
      [0, -Number.MAX_VALUE],
      [2, Number.MAX_VALUE],
    ])
    expect(tableOf([wide, seriesOf([[1, 0]])], { how: 'union', fill: 'linear' })[1]?.[1]).toBe(0)
  })

  test('an intersection has the steps of all', () => {
    expect(tableOf([a, b, c], { how: 'intersection' })).toEqual([[10], [3], [8], [2]])
    expect(tableOf([a, c], { how: 'intersection', fill: 'linear' })).toEqual([
      [10, 20],
      [3, nan],
      [2, 6],
    ])
    expect(tableOf([a, seriesOf([])], { how: 'intersection' })).toEqual([[], [], []])
  })

  test('the series share their steps, and everything is frozen', () => {
    const aligned = alignSteps({ how: 'union' })([a, b])
    expect(aligned[0]?.steps).toBe(aligned[1]?.steps)
    expect([aligned, ...aligned].every(Object.isFrozen)).toBe(true)
  })

  test('the result is empty for no series, and for empty series', () => {
    for (const how of ['union', 'intersection'] as const) {
      expect(alignSteps([], { how })).toEqual([])
      expect(tableOf([seriesOf([])], { how })).toEqual([[], []])
    }
  })

  test('steps that are NaN do not cause an endless loop', () => {
    const odd = seriesOf([
      [nan, 1],
      [3, 2],
    ])
    for (const how of ['union', 'intersection'] as const) expect(alignSteps([odd, a, odd], { how })).toHaveLength(3)
  })
})

describe('joinSeries', async () => {
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
})
