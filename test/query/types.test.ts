import { describe, expect, expectTypeOf, test } from 'vitest'
import { columnValue, matches, ordOf } from 'wandb-run-ops/ops'
import {
  and,
  asc,
  between,
  type Column,
  column,
  contains,
  desc,
  eq,
  everything,
  exists,
  type Filter,
  gt,
  hasTag,
  isIn,
  lt,
  lte,
  matchesPattern,
  monoidFilterAll,
  ne,
  not,
  nothing,
  notIn,
  type Order,
  or,
  orderBy,
} from 'wandb-run-ops/query'
import type { Run, RunLight, RunState, RunWith } from 'wandb-run-ops/types'

declare const run: Run
declare const light: RunLight
declare const withHistory: RunWith<'history'>
declare const runs: ReadonlyArray<Run>

const filter = and(eq(column.state, 'finished'), gt(column.config('lr'), 0.1), hasTag('best'))

/** Compiled and never called: declared names have no value. */
const neverCalled = (_: () => void): void => {}

describe('a filter', () => {
  test('needs what its columns read, and no more', () => {
    neverCalled(() => {
      matches(run, filter)
      matches({ config: { lr: 1 } }, gt(column.config('lr'), 1))
      matches({ config: { lr: 1 }, state: 'finished', tags: [] }, filter)
      matches({ createdAt: new Date(0), heartbeatAt: undefined }, exists(column.runtime))
      matches(withHistory, gt(column.history('loss').min, 0.1))
      runs.filter(matches(filter))
      runs.some(matches(everything))
    })
  })

  test('does not accept a run that was loaded without what it reads', () => {
    neverCalled(() => {
      // @ts-expect-error config is not loaded
      matches(light, filter)
      // @ts-expect-error config is not loaded
      matches(filter)(light)
      // @ts-expect-error config is not loaded
      matches(light, or(eq(column.state, 'finished'), not(filter)))
      // @ts-expect-error history is not loaded
      matches(run, gt(column.history('loss').min, 0.1))
      // @ts-expect-error there is no heartbeat, so there is no runtime
      matches({ createdAt: new Date(0) }, exists(column.runtime))
      // @ts-expect-error summary is not loaded
      runs.map(({ config }) => ({ config })).filter(matches(exists(column.summary('loss'))))
    })
  })

  test('that needs less is accepted where more may be needed, and not the other way round', () => {
    expectTypeOf(eq(column.group, 'a')).toExtend<Filter<Run>>()
    expectTypeOf(filter).toExtend<Filter<Run>>()
    expectTypeOf(filter).toExtend<Filter>()
    expectTypeOf(filter).not.toExtend<Filter<RunLight>>()
    expectTypeOf<Filter<Run>>().not.toExtend<Filter<RunLight>>()
    expectTypeOf<Filter<RunLight>>().toExtend<Filter<Run>>()
    expectTypeOf<Filter>().not.toExtend<Filter<Run>>()
  })

  test('needs all that its parts need', () => {
    expectTypeOf(or(hasTag('a'), not(exists(column.summary('b'))))).toExtend<
      Filter<{ readonly tags: ReadonlyArray<string>; readonly summary: unknown }>
    >()
    expectTypeOf(or(hasTag('a'), exists(column.summary('b')))).not.toExtend<Filter<Pick<Run, 'tags'>>>()
    const list: ReadonlyArray<Filter<Run>> = []
    expectTypeOf(and(...list)).toEqualTypeOf<Filter<Run>>()
    expectTypeOf(monoidFilterAll<Run>().concat(filter, hasTag('a'))).toEqualTypeOf<Filter<Run>>()
  })

  test('without parts needs nothing', () => {
    expectTypeOf(and()).toEqualTypeOf<Filter<unknown>>()
    expectTypeOf(or()).toEqualTypeOf<Filter<unknown>>()
    expectTypeOf(and(everything, nothing)).toEqualTypeOf<Filter<unknown>>()
    neverCalled(() => matches(light, and(everything, or())))
  })

  test('whose needs are unknown accepts no run', () => {
    neverCalled(() => {
      const unknown: Filter = filter
      // @ts-expect-error it may ask for anything
      matches(run, unknown)
      // @ts-expect-error nor does a part that is known help
      matches(run, and(unknown, hasTag('a')))
    })
  })
})

describe('an operand', () => {
  test('has the type of its column', () => {
    eq(column.group, null)
    eq(column.readOnly, true)
    eq(column.tags, 'best')
    eq(column.state, 'a state of tomorrow')
    eq(column.config<number>('lr'), 3)
    gt(column.createdAt, new Date(0))
    isIn(column.state, ['finished', 'running'])
    notIn(column.createdAt, [new Date(0)])
    between(column.createdAt, { start: new Date(0), end: 1 })
    lt(column.summary('val/loss'), 0.5)
    eq(column.config('anything'), { a: [1, null] })
    matchesPattern(column.config('model'), /x/)
    // @ts-expect-error a runtime is a number
    eq(column.runtime, 'x')
    // @ts-expect-error a group is text
    ne(column.group, 5)
    // @ts-expect-error a time is a Date
    gt(column.createdAt, 5)
    // @ts-expect-error a time is a Date, not a string
    lte(column.createdAt, '2026-11-21T10:00:00Z')
    // @ts-expect-error it was said to be a number
    eq(column.config<number>('lr'), '3')
    // @ts-expect-error one of them is not a string
    isIn(column.group, ['a', 1])
    // @ts-expect-error tags are compared with one of them
    eq(column.tags, ['best'])
    // @ts-expect-error a config holds no dates
    eq(column.config('day'), new Date(0))
    // @ts-expect-error undefined is not JSON; null is a missing value
    eq(column.group, undefined)
    // @ts-expect-error a runtime is not a time
    expect(() => between(column.runtime, { start: 0, end: 1 })).toThrow(TypeError)
    // @ts-expect-error a part is text
    contains(column.notes, 5)
  })

  test('of a comparison has an order', () => {
    // @ts-expect-error null has none
    gt(column.config('lr'), null)
    // @ts-expect-error a list has none
    gt(column.config('lr'), [1])
    // @ts-expect-error null has none
    lt(column.createdAt, null)
  })
})

describe('a column', () => {
  test('has at least one key', () => {
    // @ts-expect-error no key
    column.config()
    // @ts-expect-error a key is text
    column.summary('a', 0)
  })

  test('returns values of its type', () => {
    neverCalled(() => {
      expectTypeOf(columnValue(run, column.name)).toEqualTypeOf<string>()
      expectTypeOf(columnValue(run, column.heartbeatAt)).toEqualTypeOf<Date | undefined>()
      expectTypeOf(columnValue(run, column.tags)).toEqualTypeOf<ReadonlyArray<string>>()
      expectTypeOf(columnValue(run, column.state)).toEqualTypeOf<RunState | undefined>()
      expectTypeOf(columnValue(run, column.config('lr'))).toEqualTypeOf<unknown>()
      expectTypeOf(columnValue(run, column.config<number>('lr'))).toEqualTypeOf<number>()
      expectTypeOf(columnValue(withHistory, column.history('loss').min)).toEqualTypeOf<number | undefined>()
      expectTypeOf(runs.map(columnValue(column.name))).toEqualTypeOf<Array<string>>()
      // @ts-expect-error config is not loaded
      columnValue(light, column.config('lr'))
    })
  })

  test('is plain data when its types are unknown', () => {
    expectTypeOf(column.config<number>('lr')).toExtend<Column>()
    expectTypeOf<Column>().not.toExtend<Column<number, Run>>()
  })
})

describe('an order', () => {
  test('needs all that its columns read', () => {
    const order = orderBy(asc(column.config('lr')), desc(column.createdAt))
    expectTypeOf(order).toExtend<Order<Run>>()
    expectTypeOf(order).not.toExtend<Order<RunLight>>()
    expectTypeOf(orderBy()).toEqualTypeOf<Order<unknown>>()
    neverCalled(() => {
      runs.toSorted(ordOf(order).compare)
      // @ts-expect-error config is not loaded
      ordOf(order).compare(light, light)
    })
  })
})
