import { describe, expect, test } from 'vitest'
import { column, eq, gt, gte, lt, lte, matches, ne } from 'wandb-run-ops/ops'
import type { Column, Filter, Operand } from 'wandb-run-ops/types'
import { inTimeZone } from '../../fixtures/inTimeZone.ts'
import { at } from '../records.ts'

const x = column.config('x')
const keeps = (filter: Filter<{ readonly config: unknown }>, value: unknown): boolean =>
  matches({ config: value === undefined ? {} : { x: value } }, filter)

/** One of each kind, all distinct. */
const kinds: ReadonlyArray<Operand> = [
  ...[false, true, 0, 1, -1, 0.1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ...['', '0', '1', 'true', 'false', 'null', 'NaN', 'a', 'A', '🚀', '[]', '{}', null],
  ...[[], [[]], [[0]], {}, { a: 1 }, { a: '1' }, { a: undefined as never, b: 1 }, { a: { b: [1] } }],
]

describe('eq', () => {
  test('holds for a value and itself, and for no other', () => {
    for (const [i, operand] of kinds.entries())
      for (const [j, value] of kinds.entries())
        if (!Array.isArray(value))
          expect([operand, value, keeps(eq(x, operand), value)]).toEqual([operand, value, i === j])
  })

  test('treats 0 and -0 as equal, and NaN and NaN', () => {
    expect(keeps(eq(x, 0), -0)).toBe(true)
    expect(keeps(eq(x, -0), 0)).toBe(true)
    expect(keeps(eq(x, [-0, Number.NaN]), [0, Number.NaN])).toBe(true)
    expect(keeps(eq(x, Number.NaN), Number.NaN)).toBe(true)
  })

  test('treats null as equal to a missing value, and nothing else', () => {
    expect(
      [undefined, null, [null], 0, '', false, Number.NaN, [], {}].map((value) => keeps(eq(x, null), value)),
    ).toEqual([...[true, true, true, false, false, false, false, false, false]])
  })

  test('holds for a list and each of its elements, but not for the elements of those', () => {
    expect(keeps(eq(x, 1), [2, 1])).toBe(true)
    expect(keeps(eq(x, { a: 1 }), [{ a: 1 }])).toBe(true)
    expect(keeps(eq(x, [1]), [[1], 2])).toBe(true)
    expect(keeps(eq(x, 1), [[1]])).toBe(false)
    expect(keeps(eq(x, 1), { a: 1 })).toBe(false)
  })

  test('compares lists in order and length, and dicts whatever the order of their keys', () => {
    expect(keeps(eq(x, [1, 2]), [1, 2])).toBe(true)
    expect([[2, 1], [1], [1, 2, 3], { 0: 1, 1: 2 }].map((value) => keeps(eq(x, [1, 2]), value))).not.toContain(true)
    expect(keeps(eq(x, { a: 1, b: [2] }), { b: [2], a: 1 })).toBe(true)
    expect(keeps(eq(x, { a: 1 }), { a: 1, b: 2 })).toBe(false)
    expect(keeps(eq(x, { a: 1, b: 2 }), { a: 1 })).toBe(false)
    expect(keeps(eq(x, { a: null }), {})).toBe(false)
  })

  test('compares own keys only', () => {
    expect(keeps(eq(x, JSON.parse('{"__proto__": 1}')), JSON.parse('{"__proto__": 1}'))).toBe(true)
    expect(keeps(eq(x, JSON.parse('{"__proto__": null}')), {})).toBe(false)
    expect(keeps(eq(x, { toString: 1 }), { valueOf: 1 })).toBe(false)
    expect(keeps(eq(x, JSON.parse('{"__proto__": {}}')), { a: 1 })).toBe(false)
    expect(keeps(eq(x, { a: 1 }), JSON.parse('{"__proto__": {}}'))).toBe(false)
  })

  test('does not treat a date from a codec as an empty dict', () => {
    expect(keeps(eq(x, {}), new Date(0))).toBe(false)
  })

  test('compares times by value, whatever their format', () => {
    const run = { createdAt: at('10:00:00') }
    expect(matches(run, eq(column.createdAt, at('10:00:00')))).toBe(true)
    expect(matches(run, eq(column.createdAt, at('10:00:00.001')))).toBe(false)
    for (const value of ['2026-11-21T10:00:00', '2026-11-21 12:00:00+02:00', '2026-11-21T10:00:00.000999Z'])
      expect(matches(run, { _tag: 'Eq', column: column.createdAt, value })).toBe(true)
  })

  test('finds a missing time with null, and does not treat a time as null', () => {
    expect(matches({ heartbeatAt: undefined }, eq(column.heartbeatAt, null))).toBe(true)
    expect(matches({ heartbeatAt: at('10:00:00') }, eq(column.heartbeatAt, null))).toBe(false)
  })

  test('finds tags in their list, and an unknown user with null', () => {
    expect(matches({ tags: ['a', 'best'] }, eq(column.tags, 'best'))).toBe(true)
    const user = { id: undefined, username: '', name: undefined }
    expect(matches({ user }, eq(column.user, null))).toBe(true)
    expect(matches({ user }, eq(column.user, ''))).toBe(false)
  })

  test('stores a time as a string, so that the filter is plain JSON', () => {
    expect(eq(column.createdAt, at('10:00:00'))).toEqual({
      _tag: 'Eq',
      column: { _tag: 'Field', name: 'createdAt' },
      value: '2026-11-21T10:00:00.000Z',
    })
  })
})

describe('ne', () => {
  test('holds where eq does not, for every kind of value', () => {
    for (const operand of kinds)
      for (const value of [undefined, ...kinds])
        expect(keeps(ne(x, operand), value)).toBe(!keeps(eq(x, operand), value))
  })

  test('holds where a value is missing, unless it is compared with null', () => {
    expect(keeps(ne(x, 1), undefined)).toBe(true)
    expect(keeps(ne(x, null), undefined)).toBe(false)
  })
})

const table: ReadonlyArray<readonly [string, boolean | number | string, unknown, boolean, boolean, boolean, boolean]> =
  [
    // [claim, operand, value, gt, gte, lt, lte]
    ['a greater number', 1, 2, true, true, false, false],
    ['the same number', 1, 1, false, true, false, true],
    ['a smaller number', 1, 0.5, false, false, true, true],
    ['0 beside -0', -0, 0, false, true, false, true],
    ['infinity', 1, Number.POSITIVE_INFINITY, true, true, false, false],
    ['infinity beside itself', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, false, true, false, true],
    ['minus infinity', 1, Number.NEGATIVE_INFINITY, false, false, true, true],
    ['NaN', 1, Number.NaN, false, false, false, false],
    ['NaN beside itself', Number.NaN, Number.NaN, false, false, false, false],
    ['a number beside NaN', Number.NaN, 1, false, false, false, false],
    ['nothing', 1, undefined, false, false, false, false],
    ['null', 0, null, false, false, false, false],
    ['null beside -1', -1, null, false, false, false, false],
    ['digits beside a number', 1, '2', false, false, false, false],
    ['a number beside digits', '1', 2, false, false, false, false],
    ['true beside a number', 0, true, false, false, false, false],
    ['a dict', 0, { valueOf: 1 }, false, false, false, false],
    ['longer text', 'a', 'ab', true, true, false, false],
    ['capitals before small letters', 'a', 'B', false, false, true, true],
    ['digits as text', '10', '9', true, true, false, false],
    ['empty text', '', '', false, true, false, true],
    ['text by code units, not by code points', '\uffff', '🚀', false, false, true, true],
    ['true beside false', false, true, true, true, false, false],
    ['false beside true', true, false, false, false, true, true],
    ['an element of a list', 1, ['2', Number.NaN, 2], true, true, false, false],
    ['elements on both sides', 1, [0, 2], true, true, true, true],
    ['an empty list', 1, [], false, false, false, false],
    ['an element of an element', 1, [[2]], false, false, false, false],
  ]

describe('gt, gte, lt and lte', () => {
  test.each(table)('%s', (_, operand, value, ...expected) => {
    expect([gt, gte, lt, lte].map((compare) => keeps(compare(x, operand), value))).toEqual(expected)
  })

  test('compare times', () => {
    const run = { createdAt: at('10:00:00') }
    const all = (date: Date) => [gt, gte, lt, lte].map((compare) => matches(run, compare(column.createdAt, date)))
    expect(all(at('09:59:59.999'))).toEqual([true, true, false, false])
    expect(all(at('10:00:00'))).toEqual([false, true, false, true])
    expect(all(at('10:00:00.001'))).toEqual([false, false, true, true])
  })

  test('find no run with a missing time', () => {
    const filters = [gt, gte, lt, lte].map((compare) => compare(column.heartbeatAt, new Date(0)))
    expect(filters.map((filter) => matches({ heartbeatAt: undefined }, filter))).not.toContain(true)
  })

  test.each(['Invalid Date', '', 'yesterday', '2026-11-21', '2026-02-30T00:00:00'])(
    'find no run with %j, which is not a time, and neither does eq',
    (value) => {
      for (const _tag of ['Eq', 'Gt', 'Gte', 'Lt', 'Lte'] as const)
        expect(matches({ createdAt: at('10:00:00') }, { _tag, column: column.createdAt, value })).toBe(false)
    },
  )

  test('find no time with null, nor a missing one', () => {
    for (const _tag of ['Gt', 'Gte', 'Lt', 'Lte'] as const)
      for (const heartbeatAt of [undefined, at('10:00:00')])
        expect(matches({ heartbeatAt }, { _tag, column: column.heartbeatAt, value: null })).toBe(false)
  })

  test('find no run by an invalid Date', () => {
    const invalid = new Date(Number.NaN)
    for (const compare of [gt, gte, lt, lte, eq])
      expect(matches({ createdAt: invalid }, compare(column.createdAt, invalid))).toBe(false)
  })

  test.each([null, [1], { a: 1 }, [0]])('find no run by %j, which has no order', (value) => {
    const stored = x as Column<unknown, { readonly config: unknown }>
    for (const _tag of ['Gt', 'Gte', 'Lt', 'Lte'] as const)
      for (const other of [...kinds, undefined, [1], [0]])
        expect(keeps({ _tag, column: stored, value }, other)).toBe(false)
  })

  test('read a time in a stored filter in UTC, whatever the local time zone', () => {
    inTimeZone('America/New_York', () => {
      const stored = { _tag: 'Lte', column: column.createdAt, value: '2026-11-21T10:00:00' } as const
      expect(new Date(2026, 0).getTimezoneOffset()).toBe(300)
      expect([at('10:00:00'), at('10:00:00.001')].map((createdAt) => matches({ createdAt }, stored))).toEqual([
        true,
        false,
      ])
    })
  })
})
