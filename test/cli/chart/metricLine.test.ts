import { describe, expect, test } from 'vitest'
import { metricLine } from '../../../cli/chart/metricLine.ts'
import { historyFromRows } from '../../../src/history/historyFromRows.ts'

const history = historyFromRows([
  { _step: 0, _runtime: 1.5, loss: 4 },
  { _step: 1, _runtime: 0.5, loss: 2, acc: 0.1 },
  { _step: 2, loss: Number.NaN },
  { _step: 3, _runtime: 2, loss: -1 },
])

const options = { key: 'loss', x: '_step', smoothing: 0, isLog: false, points: 100 }

describe('metricLine', () => {
  test('has the rows with a number, by step', () => {
    const { x, y, last, gaps } = metricLine('a', history, options)
    expect({ x: [...x], y: [...y], last, gaps }).toEqual({
      x: [0, 1, 2, 3],
      y: [4, 2, Number.NaN, -1],
      last: -1,
      gaps: 1,
    })
  })

  test('has the rows with both metrics, in the order of the horizontal axis', () => {
    const { x, y } = metricLine('a', history, { ...options, x: '_runtime' })
    expect([[...x], [...y]]).toEqual([
      [0.5, 1.5, 2],
      [2, 4, -1],
    ])
  })

  test('counts what a logarithmic axis cannot show', () => {
    const { y, gaps } = metricLine('a', history, { ...options, isLog: true })
    expect([[...y], gaps]).toEqual([[4, 2, Number.NaN, Number.NaN], 2])
  })

  test('smooths before it leaves points out', () => {
    const { y } = metricLine('a', history, { ...options, smoothing: 0.5 })
    expect(y[1]).toBeCloseTo(8 / 3)
    expect(metricLine('a', history, { ...options, points: 2 }).y).toHaveLength(2)
  })

  test('is empty for a metric that the run does not have', () => {
    expect(metricLine('a', history, { ...options, key: '__proto__' })).toMatchObject({ last: undefined, gaps: 0 })
    expect(metricLine('a', history, { ...options, x: 'constructor' }).x).toHaveLength(0)
  })
})
