import { describe, expect, test } from 'vitest'
import { historyFromRows, matches } from 'wandb-run-ops/ops'
import {
  and,
  between,
  type Column,
  column,
  eq,
  exists,
  type Filter,
  gt,
  gte,
  isIn,
  lt,
  lte,
  ne,
  not,
  notIn,
  type Operand,
} from 'wandb-run-ops/query'
import { inTimeZone } from '../fixtures/inTimeZone.ts'
import { aRun, at, aUser } from '../ops/records.ts'

describe('compare', async () => {
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

  const table: ReadonlyArray<
    readonly [string, boolean | number | string, unknown, boolean, boolean, boolean, boolean]
  > = [
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
})

describe('among', async () => {
  const x = column.config('x')
  const runsOf = (values: ReadonlyArray<unknown>) =>
    values.map((value) => ({ config: value === undefined ? {} : { x: value } }))
  const values = [1, '1', true, null, undefined, Number.NaN, [1], [[1]], {}, '']

  describe('isIn', () => {
    test('matches runs whose value equals one of several', () => {
      expect(runsOf(values).map(matches(isIn(x, [1, true])))).toEqual([
        ...[true, false, true, false, false, false, true, false, false, false],
      ])
    })

    test('matches no run for an empty list', () => {
      expect(runsOf(values).some(matches(isIn(x, [])))).toBe(false)
    })

    test('matches runs without a value when null is among the values', () => {
      expect(runsOf(values).map(matches(isIn(x, [null])))).toEqual([
        ...[false, false, false, true, true, false, false, false, false, false],
      ])
    })

    test('finds NaN, lists and dicts among the values', () => {
      expect(runsOf(values).map(matches(isIn(x, [Number.NaN, [1], {}])))).toEqual([
        ...[false, false, false, false, false, true, true, true, true, false],
      ])
    })

    test('finds times, and nothing for an invalid one', () => {
      const among = isIn(column.createdAt, [at('10:00:00'), new Date(Number.NaN)])
      expect([at('10:00:00'), at('11:00:00')].map((createdAt) => matches({ createdAt }, among))).toEqual([true, false])
    })

    test('does not change with the list that it was given', () => {
      const listed: Array<Operand> = [1]
      const filter = isIn(x, listed)
      listed.push('1')
      expect(filter).toEqual({ _tag: 'In', column: x, values: [1] })
    })

    test('returns the same data-first and data-last', () => {
      const run = { state: 'crashed' }
      expect(matches(run, isIn(column.state, ['crashed']))).toBe(true)
      expect(matches(isIn(column.state, ['crashed']))(run)).toBe(true)
    })
  })

  describe('notIn', () => {
    test.each([[[]], [[1, true]], [[null]], [[Number.NaN, [1], {}]]] as ReadonlyArray<
      readonly [ReadonlyArray<Operand>]
    >)('of %j keeps the runs that isIn does not keep', (listed) => {
      const runs = runsOf(values)
      expect(runs.map(matches(notIn(x, listed)))).toEqual(runs.map((run) => !matches(run, isIn(x, listed))))
    })

    test('matches a run without a value', () => {
      expect(matches({ config: {} }, notIn(x, ['sgd']))).toBe(true)
    })
  })
})

describe('between', async () => {
  const [start, end] = [at('10:00:00'), at('11:00:00')]
  const keeps = (createdAt: Date): boolean => matches({ createdAt }, between(column.createdAt, { start, end }))

  describe('between', () => {
    test('matches the times of an interval, both ends included', () => {
      const moments = [at('09:59:59.999'), start, at('10:30:00'), end, at('11:00:00.001')]
      expect(moments.map(keeps)).toEqual([false, true, true, true, false])
    })

    test('accepts its ends in either order', () => {
      expect(between(column.createdAt, { start: end, end: start })).toEqual(between(column.createdAt, { start, end }))
    })

    test('accepts an end in milliseconds', () => {
      const filter = between(column.createdAt, { start: start.getTime(), end: end.getTime() })
      expect(filter).toEqual(between(column.createdAt, { start, end }))
    })

    test('is a single time when both ends are equal', () => {
      const moment = between(column.createdAt, { start, end: start })
      expect([start, end].map((createdAt) => matches({ createdAt }, moment))).toEqual([true, false])
    })

    test('is gte and lte combined', () => {
      expect(between(column.createdAt, { start, end })).toEqual(
        and(gte(column.createdAt, start), lte(column.createdAt, end)),
      )
    })

    test('does not match a run without the time, and its negation does', () => {
      const filter = between(column.heartbeatAt, { start, end })
      expect(matches({ heartbeatAt: undefined }, filter)).toBe(false)
      expect(matches({ heartbeatAt: undefined }, not(filter))).toBe(true)
    })

    test('matches no run when an end is invalid', () => {
      for (const interval of [
        { start: new Date(Number.NaN), end },
        { start, end: new Date(Number.NaN) },
        { start: Number.NaN, end: Number.NaN },
        { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY },
      ])
        expect(matches({ createdAt: at('10:30:00') }, between(column.createdAt, interval))).toBe(false)
    })

    test('refuses two ends, and numbers for a column that is not of times', () => {
      expect(() => between(column.createdAt, start as never, end as never)).toThrow(
        'Invalid argument of between: interval must be one object: { start, end }.',
      )
      expect(() => between(column.config('lr'), { start: 0, end: 1 })).toThrow(
        'column must be of times: for numbers, use and(gte(column, start), lte(column, end)).',
      )
      expect(() => between(column.config('at'), { start, end })).not.toThrow()
    })

    test('changes neither the interval nor its dates', () => {
      const interval = Object.freeze({ start: new Date(end), end: new Date(start) })
      between(column.createdAt, interval)
      expect(interval).toEqual({ start: end, end: start })
    })

    test('does not accept strings, which date-fns reads in the local time zone', () => {
      // @ts-expect-error a string is not a time
      expect(between(column.createdAt, { start: '2026-11-21T10:00:00', end })).toBeDefined()
    })
  })
})

describe('exists', async () => {
  describe('exists', () => {
    test.each([0, false, '', null, Number.NaN, [], {}])('finds a config entry whose value is %j', (value) => {
      expect(matches({ config: { x: value } }, exists(column.config('x')))).toBe(true)
      expect(matches({ summary: { x: { y: value } } }, exists(column.summary('x', 'y')))).toBe(true)
    })

    test.each(['x', 'toString', '__proto__', 'constructor', ''])('finds no entry %j where none was set', (key) => {
      expect(matches({ config: {} }, exists(column.config(key)))).toBe(false)
      expect(matches({ config: { a: [] } }, exists(column.config('a', key)))).toBe(false)
    })

    test('finds a field that the record has, and none that is undefined', () => {
      expect(matches(aRun(), exists(column.group))).toBe(true)
      expect(matches(aRun({ group: '' }), exists(column.group))).toBe(true)
      expect(matches(aRun({ group: undefined }), exists(column.group))).toBe(false)
      expect(matches(aRun({ heartbeatAt: undefined }), exists(column.heartbeatAt))).toBe(false)
      expect(matches(aRun({ user: aUser({ username: '' }) }), exists(column.user))).toBe(false)
    })

    test('finds a name and a runtime in every run', () => {
      const bare = aRun({ displayName: undefined, heartbeatAt: undefined })
      expect(matches(bare, exists(column.name))).toBe(true)
      expect(matches(bare, exists(column.runtime))).toBe(true)
      expect(matches(bare, exists(column.displayName))).toBe(false)
    })

    test('finds an empty list of tags', () => {
      expect(matches({ tags: [] }, exists(column.tags))).toBe(true)
    })

    test('finds a statistic when a metric has a number', () => {
      const history = historyFromRows([{ _step: 0, loss: Number.NaN, accuracy: 1 }])
      expect(matches({ history }, exists(column.history('accuracy').min))).toBe(true)
      expect(matches({ history }, exists(column.history('loss').min))).toBe(false)
    })

    test('has a negation that finds missing values', () => {
      expect(matches(not(exists(column.config('x'))))({ config: {} })).toBe(true)
    })
  })
})
