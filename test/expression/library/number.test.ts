import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binOf } from '../../../src/expression/library/units.ts'
import { anyNumber } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'
import { asked, typeAsked } from './asked.ts'

const { NaN: none, POSITIVE_INFINITY: infinity } = Number

describe('number-floor', () => {
  test.each([
    [3.14, 3],
    [null, null],
    [
      [2.72, 3.14],
      [2, 3],
    ],
    [
      [2.72, null, 3.14],
      [2, null, 3],
    ],
    [
      [[1.5], null, [-1.5, null]],
      [[1], null, [-2, null]],
    ],
  ])('maps over a list and propagates null: %j returns %j', (x, floored) => {
    expect(asked('x.floor', { x })).toEqual(floored)
    expect(asked('floor(x)', { x })).toEqual(floored)
  })

  test('maps over tagged values', () => {
    expect(asked('[2.72, null, 3.14].groupby((row) => row.isNone).map((row) => [row.groupkey, row.floor])')).toEqual([
      [false, [2, 3]],
      [true, [null]],
    ])
  })

  test('has a type of the same shape as its receiver', () => {
    expect(typeAsked('x.floor', { x: 1.5 })).toBe('number')
    expect(typeAsked('x.floor', { x: [1.5] })).toBe('list<number>')
    expect(typeAsked('x.floor', { x: [1.5, null] })).toBe('list<maybe<number>>')
  })

  test('is not available on strings', () => {
    expect(asked('"a".floor')).toBe('TypeError: string has no operation floor.')
  })
})

describe('rounding', () => {
  test.each([
    ['(2.5).round', 3],
    ['(-2.5).round', -2],
    ['(2.1).ceil', 3],
    ['(0.15).roundtenth', 0.2],
    ['(2.675).roundHundredth', 2.68],
    ['(1500).roundthousand', 2000],
    ['x.roundtenth', 1.7e308],
    ['x.roundthousand', 1.7e308],
    ['(2.345).toFixed(1)', 2.3],
    ['(2.345).toFixed(0)', 2],
    ['(2.345).toFixed(-1)', null],
    ['(2.345).toFixed(101)', null],
    ['(2.345).toFixed(0.5)', null],
    ['(2.345).toFixed(null)', null],
  ])('%s is %j', (text, expected) => {
    expect(asked(text, { x: 1.7e308 })).toEqual(expected)
  })
})

describe('functions of a number', () => {
  test.each([
    ['(-3).abs', 3],
    ['abs([-1, null, 2])', [1, null, 2]],
    ['sin(0)', 0],
    ['cos(0)', 1],
    ['(3).negate', -3],
    ['(2).pow(3)', 8],
    ['(1.5).toString', '1.5'],
    ['(1000000000000000000000).toString', '1e+21'],
    ['(2).toString + "x"', '2x'],
  ])('%s is %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  test('toString reads back as the same number', () => {
    law([anyNumber], (x) => Object.is(Number(asked('x.toString', { x })) + 0, x + 0))
  })
})

describe('number-toByteString', () => {
  test.each([
    [0, '0B'],
    [512, '512B'],
    [999.5, '999.5B'],
    [1000, '1.00KB'],
    [2048, '2.05KB'],
    [-2048, '-2.05KB'],
    [999_994, '999.99KB'],
    [999_999, '1.00MB'],
    [1.5e9, '1.50GB'],
    [1e30, '1000000.00YB'],
    [none, null],
    [infinity, null],
  ])('writes %d as %j', (x, expected) => {
    expect(asked('x.toByteString', { x })).toBe(expected)
  })
})

describe('number-toTimestamp', () => {
  const at = '2020-01-01T00:00:00.001Z'
  test.each([
    ['seconds', 1_577_836_800.001, at],
    ['milliseconds', 1_577_836_800_001, at],
    ['microseconds', 1_577_836_800_001_999, at],
    ['nanoseconds', 1_577_836_800_001.5 * 1e6, at],
    ['seconds up to the year 2969', 31_535_999_999, '2969-05-02T23:59:59.000Z'],
    ['milliseconds from there on', 31_536_000_000, '1971-01-01T00:00:00.000Z'],
    ['seconds before 1970', -1, '1969-12-31T23:59:59.000Z'],
    ['milliseconds before 1970', -31_536_000_000, '1969-01-01T00:00:00.000Z'],
  ])('infers the unit from the size of a number: %s', (_unit, x, expected) => {
    expect(asked('x.toTimestamp', { x })).toEqual(new Date(expected))
  })

  test.each([3.1536e19, none, infinity])('returns null for %d', (x) => {
    expect(asked('x.toTimestamp', { x })).toBeNull()
    expect(asked('x.toTimestampFloored', { x })).toBeNull()
  })

  test('returns the day if requested', () => {
    expect(asked('(1577880000).toTimestampFloored')).toEqual(new Date('2020-01-01T00:00:00Z'))
  })

  test('restores a date from its seconds', () => {
    const date = fc.date({ noInvalidDate: true, min: new Date('1000-01-01'), max: new Date('2969-01-01') })
    law([date], (x) => (asked('x.toNumber.toTimestamp', { x }) as Date).getTime() === x.getTime())
  })
})

describe('number-bin', () => {
  test.each([
    [0.3, 0.1, 0.3, 0.4],
    [0.7, 0.1, 0.7, 0.8],
    [49, 49, 49, 98],
    [-0.5, 1, -1, 0],
    [-199.70000000000002, 0.1, -199.8, -199.7],
    [1234, 500, 1000, 1500],
  ])('of %d by %d reaches from %d to %d', (x, step, start, stop) => {
    expect(asked('x.bin(step)', { x, step })).toEqual({ start, stop })
  })

  test.each([
    [1, 0],
    [1, -1],
    [1, none],
    [none, 1],
    [infinity, 1],
    [1e20, 0.1],
  ])('of %d by %d is null', (x, step) => {
    expect(asked('x.bin(step)', { x, step })).toBeNull()
  })

  test('exists for the numbers just before, at and just after an edge', () => {
    const edge = fc.integer({ min: -2000, max: 2000 })
    law([edge, fc.constantFrom(0.1, 0.3, 0.7, 3, 49), fc.constantFrom(-1, 0, 1)], (index, step, beside) => {
      const x = index * step
      return binOf(x + beside * Math.abs(x) * Number.EPSILON, step) !== null
    })
  })

  test('holds its number', () => {
    law([anyNumber, anyNumber], (x, step) => {
      const bin = binOf(x, step)
      return bin === null || (bin.start <= x && x < bin.stop)
    })
  })
})

test('isInteger is true for integers only, and null for null', () => {
  expect(asked('[1, -1, 0, 1.5, null].isInteger')).toEqual([true, true, true, false, null])
})
