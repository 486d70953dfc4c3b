import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binOf, equalBins } from '../../../src/expression/library/units.ts'
import { aggregate } from '../../../src/ops/index.ts'
import { column, max, mean, min, stddev, sum } from '../../../src/query/index.ts'
import { anyNumber, json } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'
import { asked, typeAsked } from './asked.ts'

const { NaN: none, POSITIVE_INFINITY: infinity } = Number

const statistics = ['sum', 'avg', 'min', 'max', 'argmin', 'argmax', 'stddev'] as const
const all = (x: unknown): ReadonlyArray<unknown> => statistics.map((name) => asked(`x.${name}`, { x }))

describe('aggregates of a list of numbers', () => {
  test('skip null and NaN, but count them in indices', () => {
    expect(all([null, 4, none, 1, 1, null])).toEqual([6, 2, 1, 4, 3, 1, Math.SQRT2])
  })

  test.each([
    ['an empty list', []],
    ['a list of null', [null, null]],
    ['a list of NaN', [none]],
    ['a list of texts', ['3', '4']],
    ['a list of truth values', [true, false]],
  ])('are 0 for the sum and null for the others: %s', (_what, x) => {
    expect(all(x)).toEqual([0, null, null, null, null, null, null])
  })

  test('of null are null', () => {
    expect(all(null)).toEqual(statistics.map(() => null))
  })

  test('count infinities', () => {
    expect(all([1, infinity])).toEqual([infinity, infinity, 1, infinity, 0, 1, none])
    expect(all([-infinity, infinity])).toEqual([none, none, -infinity, infinity, 0, 1, none])
  })

  test('are of each inner list of a list of lists', () => {
    expect(asked('x.max', { x: [[1, 2], [], null, [3]] })).toEqual([2, null, null, 3])
    expect(typeAsked('x.avg', { x: [[1, 2], [3]] })).toBe('list<maybe<number>>')
  })

  test('of one number are the number, and no deviation', () => {
    expect(all([7])).toEqual([7, 7, 7, 7, 0, 0, 0])
  })

  test('round little: the order of the numbers hardly matters', () => {
    expect(asked('[0.1, 0.2, 0.3].sum')).toBe(0.6)
    expect(asked('[1e308, 1e308, -1e308].avg', {})).toBeCloseTo(1e308 / 3, -295)
    expect(asked('x.stddev', { x: [1e200, -1e200] })).toBe(1e200)
  })

  test('follow each other: the mean of a summary less the count of runs', () => {
    const runs = [{ summary: { x: 100 } }, { summary: { x: -10.2 } }]
    expect(asked('runs.map((row) => row.summary["x"]).avg - runs.count', { runs })).toBeCloseTo(42.9, 12)
  })

  test('are those of the aggregates of runs', () => {
    const x = column.summary('x')
    const take = aggregate({ sum: sum(x), avg: mean(x), min: min(x), max: max(x), stddev: stddev(x, 'population') })
    const values = fc.array(fc.oneof(anyNumber, fc.double({ noNaN: true, noDefaultInfinity: true }), json))
    law([values], (list) => {
      const expected = take(list.map((value) => ({ summary: { x: value } })))
      return Object.entries(expected).every(([name, statistic]) => {
        const flat = list.map((value) => (Array.isArray(value) ? null : value))
        return Object.is(asked(`x.${name}`, { x: flat }) ?? undefined, statistic)
      })
    })
  })
})

describe('aggregates of a list of dates', () => {
  const early = new Date('2026-01-01')
  const late = new Date('2026-02-01')

  test('are the earliest and the latest, with null passed over', () => {
    expect(asked('x.min', { x: [late, null, early] })).toEqual(early)
    expect(asked('x.max', { x: [late, null, early] })).toEqual(late)
    expect(asked('x.max', { x: [new Date(none), early] })).toEqual(early)
    expect(asked('x.max', { x: [new Date(none)] })).toBeNull()
  })

  test('have a date as their type', () => {
    expect(typeAsked('x.max', { x: [late, null] })).toBe('maybe<date>')
    expect(typeAsked('x.max', { x: [1, null] })).toBe('maybe<number>')
  })

  test('yield to numbers in the same list', () => {
    expect(asked('x.max', { x: [late, 3, early] })).toBe(3)
  })
})

describe('numbers-binsequal', () => {
  test('returns the bin of each number, the largest in the last', () => {
    expect(asked('[0, null, 5, 10].binsequal(2)')).toEqual([
      { start: 0, stop: 5 },
      null,
      { start: 5, stop: 10 },
      { start: 5, stop: 10 },
    ])
  })

  test('returns bins that are 1 wide if all numbers are equal', () => {
    expect(asked('[3, 3].binsequal(4)')).toEqual([
      { start: 3, stop: 4 },
      { start: 3, stop: 4 },
    ])
  })

  test.each([0, -1, 1.5, none, infinity])('returns null for %d bins', (bins) => {
    expect(asked('[1, 2].binsequal(bins)', { bins })).toEqual([null, null])
  })

  test('returns bins that contain their numbers, and at most as many as requested', () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }))
    law([numbers, fc.integer({ min: 1, max: 20 })], (list, count) => {
      const bins = equalBins(list, count)
      const greatest = list.reduce((most, number) => Math.max(most, number), Number.NEGATIVE_INFINITY)
      const isHeld = bins.every((bin, place) => {
        const number = list[place] as number
        if (bin === null) return Math.max(...list) - Math.min(...list) < 1e-300
        return bin.start <= number && (number < bin.stop || (number === greatest && number === bin.stop))
      })
      return isHeld && new Set(bins.map((bin) => bin?.start)).size <= count
    })
  })

  test('agrees with bins of a width if those start at 0', () => {
    expect(equalBins([0, 1, 2, 3], 3).slice(0, 3)).toEqual([0, 1, 2].map((number) => binOf(number, 1)))
  })
})
