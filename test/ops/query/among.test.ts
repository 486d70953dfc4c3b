import { describe, expect, test } from 'vitest'
import { column, isIn, matches, notIn } from 'wandb-run-ops/ops'
import type { Operand } from 'wandb-run-ops/types'
import { at } from '../records.ts'

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
  test.each([[[]], [[1, true]], [[null]], [[Number.NaN, [1], {}]]] as ReadonlyArray<readonly [ReadonlyArray<Operand>]>)(
    'of %j keeps the runs that isIn does not keep',
    (listed) => {
      const runs = runsOf(values)
      expect(runs.map(matches(notIn(x, listed)))).toEqual(runs.map((run) => !matches(run, isIn(x, listed))))
    },
  )

  test('matches a run without a value', () => {
    expect(matches({ config: {} }, notIn(x, ['sgd']))).toBe(true)
  })
})
