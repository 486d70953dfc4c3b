import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { law } from '../../laws/law.ts'
import { asked, typeAsked } from './asked.ts'

describe('range', () => {
  test.each([
    ['range(0, 5, 1)', [0, 1, 2, 3, 4]],
    ['range(0, 5)', [0, 1, 2, 3, 4]],
    ['range(5, 0, -2)', [5, 3, 1]],
    ['range(0, 5, -1)', []],
    ['range(0, 0, 1)', []],
    ['range(0, 1.1, 0.1).count', 11],
    ['range(0, 5, 0)', null],
    ['range(0, null, 1)', null],
  ])('excludes its end: %s is %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  test.each([
    [0, Number.POSITIVE_INFINITY, 1],
    [0, Number.NaN, 1],
    [Number.NEGATIVE_INFINITY, 0, 1],
    [0, 1, Number.POSITIVE_INFINITY],
  ])('returns null for arguments that are not finite: %d to %d by %d', (a, b, c) => {
    expect(asked('range(a, b, c)', { a, b, c })).toBeNull()
  })

  test('needs a start and an end', () => {
    expect(asked('range(1)')).toContain('TypeError: range requires the argument stop')
  })

  test('stops an evaluation that would create too many elements', () => {
    expect(asked('range(0, 1e12, 1)')).toContain('EvaluationError')
    expect(asked('range(0, 1, x)', { x: 5e-324 })).toBeNull()
  })

  test('has numbers from the start on, all before the end', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -100, max: 100 })
    law([number, number, fc.constantFrom(0.1, 0.3, 1, 7, -0.1, -3)], (start, stop, step) => {
      const numbers = asked('range(start, stop, step)', { start, stop, step }) as ReadonlyArray<number>
      const isBefore = (x: number): boolean => (step > 0 ? x < stop : x > stop)
      return numbers.every(isBefore) && (numbers.length > 0 ? numbers[0] === start : !isBefore(start))
    })
  })
})

describe('Date and timestamp', () => {
  test.each([
    ['2026-11-21', '2026-11-21T00:00:00Z'],
    ['2026-11-21T10:20', '2026-11-21T10:20:00Z'],
    ['2026-11-21T10:20:30', '2026-11-21T10:20:30Z'],
    ['2026-11-21 10:20:30.123456', '2026-11-21T10:20:30.123Z'],
    ['2026-11-21T10:20:30+02:00', '2026-11-21T08:20:30Z'],
    [' 2026-11-21 ', '2026-11-21T00:00:00Z'],
  ])('read %j in UTC by default', (x, expected) => {
    expect(asked('Date(x)', { x })).toEqual(new Date(expected))
    expect(asked('timestamp(x)', { x })).toEqual(new Date(expected))
  })

  test.each(['', 'now', '2026-02-30', '21.11.2026', '1763719200'])('return null for %j', (x) => {
    expect(asked('Date(x)', { x })).toBeNull()
  })

  test('return null for null, and have the type of a date or null', () => {
    expect(asked('Date(null)')).toBeNull()
    expect(typeAsked('Date("2026-11-21")')).toBe('maybe<date>')
  })

  test('compare with dates of runs', () => {
    const x = new Date('2026-11-21T10:00:00Z')
    expect(asked('x > Date("2026-11-21") && x < Date("2026-11-22")', { x })).toBe(true)
  })
})

describe('Link', () => {
  test.each([
    ['Link("https://wandb.ai", "W&B")', { name: 'W&B', url: 'https://wandb.ai' }],
    ['Link("https://wandb.ai")', { name: 'https://wandb.ai', url: 'https://wandb.ai' }],
    ['Link("https://wandb.ai", null)', { name: 'https://wandb.ai', url: 'https://wandb.ai' }],
    ['Link(null, "W&B")', null],
  ])('shows its URL by default: %s is %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  test('is a dict of strings', () => {
    expect(typeAsked('Link("https://wandb.ai")')).toBe('dict<name: string, url: string>')
  })
})

test('gauss is not an operation: an expression always returns the same value', () => {
  expect(asked('gauss()')).toBe('TypeError: Unknown operation gauss.')
})
