import * as Ord from 'fp-ts/lib/Ord.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { describe, expect, test } from 'vitest'
import { ordOf, ordRunBySummary } from 'wandb-run-ops/ops'
import { asc, column, desc, orderBy } from 'wandb-run-ops/query'
import { at } from '../records.ts'

const values = [
  [],
  'b',
  Number.NaN,
  true,
  2,
  null,
  'B',
  {},
  false,
  -0,
  undefined,
  '10',
  Number.NEGATIVE_INFINITY,
  0,
  '9',
]
const sorted = (direction: typeof asc | typeof desc): ReadonlyArray<unknown> =>
  RA.sort(ordOf(direction(column.summary('x'))))(values.map((x) => ({ summary: { x } }))).map(
    ({ summary }) => summary.x,
  )

describe('ordOf', () => {
  test('puts numbers before strings, false, true and the rest, and missing values last', () => {
    expect(sorted(asc)).toEqual([
      ...[Number.NEGATIVE_INFINITY, -0, 0, 2, '10', '9', 'B', 'b', false, true, [], {}, Number.NaN, null, undefined],
    ])
  })

  test('reverses with desc, except for missing values and ties', () => {
    expect(sorted(desc)).toEqual([
      ...[[], {}, true, false, 'b', 'B', '9', '10', 2, -0, 0, Number.NEGATIVE_INFINITY, Number.NaN, null, undefined],
    ])
  })

  test('would put missing values first when reversed, which is why desc exists', () => {
    const runs = [{ summary: { x: 1 } }, { summary: {} }]
    expect(RA.sort(Ord.reverse(ordOf(asc(column.summary('x')))))(runs)).toEqual([
      { summary: {} },
      { summary: { x: 1 } },
    ])
  })

  test('lets a later column break the ties of those before it; missing values tie', () => {
    const runs = [
      { jobType: 'c', group: undefined },
      { jobType: 'b', group: 'g' },
      { jobType: 'd', group: undefined },
      { jobType: 'a', group: 'g' },
    ]
    const order = ordOf(orderBy(asc(column.group), desc(column.jobType)))
    expect(RA.sort(order)(runs).map(({ jobType }) => jobType)).toEqual(['b', 'a', 'd', 'c'])
  })

  test('compares dates by their time', () => {
    const { compare } = ordOf(asc(column.heartbeatAt))
    expect(compare({ heartbeatAt: at('10:00:00') }, { heartbeatAt: at('10:00:00.001') })).toBe(-1)
    expect(compare({ heartbeatAt: at('10:00:00') }, { heartbeatAt: at('10:00:00') })).toBe(0)
    expect(compare({ heartbeatAt: undefined }, { heartbeatAt: at('10:00:00') })).toBe(1)
  })

  test('compares strings by code units, so that uppercase comes first', () => {
    const { compare } = ordOf(asc(column.jobType))
    expect([compare({ jobType: 'B' }, { jobType: 'a' }), compare({ jobType: '🚀' }, { jobType: '\uffff' })]).toEqual([
      -1, -1,
    ])
  })

  test('treats all lists as ties, so that an order by tags changes nothing', () => {
    expect(ordOf(asc(column.tags)).equals({ tags: ['b'] }, { tags: ['a'] })).toBe(true)
  })

  test('treats all runs as ties in an order without columns', () => {
    expect(ordOf([]).equals({ jobType: 'a' }, { jobType: 'b' })).toBe(true)
  })

  test('treats runs that tie in all columns as equal', () => {
    const { equals } = ordOf(orderBy(asc(column.config('lr')), asc(column.config('seed'))))
    expect(equals({ config: { lr: 1, seed: 0 } }, { config: { lr: 1, seed: -0 } })).toBe(true)
    expect(equals({ config: { lr: 1, seed: 0 } }, { config: { lr: 1, seed: 1 } })).toBe(false)
  })

  test('sorts as the operation for one value of the summary does', () => {
    const runs = values.map((x) => ({ summary: { x } }))
    for (const direction of ['asc', 'desc'] as const) {
      const order = direction === 'asc' ? asc(column.summary('x')) : desc(column.summary('x'))
      expect(RA.sort(ordOf(order))(runs)).toEqual(RA.sort(ordRunBySummary('x', direction))(runs))
    }
  })

  test('does not throw for a run that lacks the fields of a stored order', () => {
    const stored = JSON.parse(JSON.stringify(orderBy(asc(column.user), desc(column.runtime), asc(column.config('a')))))
    expect(ordOf(stored).compare({} as never, {} as never)).toBe(0)
  })
})
