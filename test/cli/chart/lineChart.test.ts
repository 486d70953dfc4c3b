import { describe, expect, test } from 'vitest'
import { lineChart } from '../../../cli/chart/lineChart.ts'
import type { MetricLine } from '../../../cli/chart/metricLine.ts'

const line = (y: ReadonlyArray<number>, x: ReadonlyArray<number> = y.map((_, at) => at)): MetricLine => ({
  name: 'loss',
  x: Float64Array.from(x),
  y: Float64Array.from(y),
  last: y.at(-1),
  gaps: 0,
})

const small = { width: 24, height: 5, isLog: false, paint: undefined }

describe('lineChart', () => {
  test('draws a line in dots between axes with numbers', () => {
    expect(lineChart([line([0, 1, 2, 3, 4])], small)).toEqual([
      '4 ┤                 ⢀⡠⠔⠊',
      '  │             ⢀⡠⠔⠊⠁',
      '2 ┤        ⢀⣀⠤⠔⠊⠁',
      '  │    ⣀⠤⠒⠊⠁',
      '0 ┤⣀⠤⠒⠉',
      '  └┬─────────┬─────────┬',
      '   0         2         4',
    ])
  })

  test('draws each of several lines in its own mark where there are no colors', () => {
    const [top = '', , , , bottom = ''] = lineChart([line([0, 0]), line([1, 1])], small) ?? []
    expect([top, bottom]).toEqual([`1.0 ┤${'○'.repeat(19)}`, `  0 ┤${'●'.repeat(19)}`])
  })

  test('gives every line its color', () => {
    const paint = (text: string, at: number): string => `<${at}>${text}</${at}>`
    const [top = '', , , , bottom = ''] = lineChart([line([0, 0]), line([1, 1])], { ...small, paint }) ?? []
    expect(top).toMatch(/┤<1>[^ ]+<\/1>$/)
    expect(bottom).toMatch(/┤<0>[^ ]+<\/0>$/)
  })

  test('leaves a gap where a value is not a number', () => {
    const [, , middle = ''] = lineChart([line([1, 1, Number.NaN, 1, 1])], small) ?? []
    expect(middle).toMatch(/^1\.0 ┤[^ ]+ +[^ ]+$/)
  })

  test('draws a point that has no neighbours', () => {
    expect((lineChart([line([Number.NaN, 7, Number.NaN])], small) ?? []).join('')).toMatch(/[⠁-⣿]/u)
  })

  test.each([
    ['a single value', [5]],
    ['a constant', [3, 3, 3]],
    ['the largest numbers', [-Number.MAX_VALUE, Number.MAX_VALUE]],
    ['the smallest numbers', [0, Number.MIN_VALUE]],
    ['neighbours', [1, 1 + Number.EPSILON]],
    ['infinities', [1, Number.POSITIVE_INFINITY, 2, Number.NEGATIVE_INFINITY]],
  ])('fits %s into its width and height', (_, values) => {
    const rows = lineChart([line(values)], small) ?? []
    expect(rows).toHaveLength(7)
    expect(rows.filter((row) => row.includes('NaN') || row.includes('Infinity'))).toEqual([])
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(40)
  })

  test('places powers of ten at equal distances on a logarithmic axis', () => {
    const rows = lineChart([line([1, 10, 100])], { ...small, height: 9, isLog: true }) ?? []
    const ticks = rows.flatMap((row, at) => (row.includes('┤') ? [[row.slice(0, 3).trim(), at]] : []))
    expect(ticks).toEqual([
      ['100', 0],
      ['10', 4],
      ['1', 8],
    ])
  })

  test('is nothing without a finite number', () => {
    expect(lineChart([line([Number.NaN, Number.POSITIVE_INFINITY])], small)).toBeUndefined()
    expect(lineChart([line([])], small)).toBeUndefined()
  })
})
