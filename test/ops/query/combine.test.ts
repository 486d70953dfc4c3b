import * as M from 'fp-ts/lib/Monoid.js'
import { describe, expect, test } from 'vitest'
import {
  and,
  column,
  eq,
  everything,
  gt,
  hasTag,
  matches,
  monoidFilterAll,
  monoidFilterAny,
  not,
  nothing,
  or,
} from 'wandb-run-ops/ops'
import type { Filter, Run } from 'wandb-run-ops/types'

const a = eq(column.group, 'a')
const b = gt(column.summary('b'), 1)
const c = hasTag('c')
const runs: ReadonlyArray<Pick<Run, 'group' | 'summary' | 'tags'>> = [
  { group: 'a', summary: { b: 2 }, tags: ['c'] },
  { group: 'a', summary: { b: 2 }, tags: [] },
  { group: 'a', summary: {}, tags: ['c'] },
  { group: 'x', summary: { b: Number.NaN }, tags: [] },
]

describe('everything and nothing', () => {
  test('keep every run and no run', () => {
    expect(runs.map(matches(everything))).toEqual([true, true, true, true])
    expect(runs.map(matches(nothing))).toEqual([false, false, false, false])
  })

  test('are opposites in meaning', () => {
    expect(runs.map(matches(not(everything)))).toEqual(runs.map(matches(nothing)))
    expect(runs.map(matches(not(nothing)))).toEqual(runs.map(matches(everything)))
  })

  test('cannot be changed', () => {
    for (const filter of [everything, nothing]) {
      expect(Object.isFrozen(filter)).toBe(true)
      expect(Object.isFrozen((filter as { readonly filters?: unknown }).filters)).toBe(true)
    }
  })
})

describe('and', () => {
  test('keeps the runs that all filters keep', () => {
    expect(runs.map(matches(and(a, b)))).toEqual([true, true, false, false])
    expect(runs.map(matches(and(a, b, c)))).toEqual([true, false, false, false])
  })

  test('of no filters is everything, and of one is that one', () => {
    expect(and()).toEqual(everything)
    expect(and(a)).toBe(a)
    expect(and(and(), and())).toEqual(everything)
  })

  test('takes others of its kind out of their parentheses, and leaves the rest in theirs', () => {
    expect(and(and(a, b), and(c))).toEqual({ _tag: 'And', filters: [a, b, c] })
    expect(and(a, or(b, c))).toEqual({ _tag: 'And', filters: [a, { _tag: 'Or', filters: [b, c] }] })
    expect(and(a, not(and(b, c)))).toEqual({ _tag: 'And', filters: [a, not(and(b, c))] })
  })

  test('keeps the order of its filters, and those that are equal', () => {
    expect(and(b, a, b)).toEqual({ _tag: 'And', filters: [b, a, b] })
  })

  test('changes none of its filters', () => {
    const both: Filter<unknown> = Object.freeze({ _tag: 'And', filters: Object.freeze([everything]) })
    expect(and(both, nothing)).toEqual({ _tag: 'And', filters: [everything, nothing] })
    expect(both).toEqual({ _tag: 'And', filters: [everything] })
  })

  test('takes thousands of filters', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => eq(column.group, String(index)))
    expect(matches({ group: '9999' }, or(...many))).toBe(true)
    expect(matches({ group: '10000' }, or(...many))).toBe(false)
  })
})

describe('or', () => {
  test('keeps the runs that at least one filter keeps', () => {
    expect(runs.map(matches(or(b, c)))).toEqual([true, true, true, false])
  })

  test('of no filters is nothing, and of one is that one', () => {
    expect(or()).toEqual(nothing)
    expect(or(a)).toBe(a)
    expect(or(or(), a)).toBe(a)
  })

  test('takes others of its kind out of their parentheses, and leaves the rest in theirs', () => {
    expect(or(or(a, b), c)).toEqual({ _tag: 'Or', filters: [a, b, c] })
    expect(or(and(a, b), c)).toEqual({ _tag: 'Or', filters: [{ _tag: 'And', filters: [a, b] }, c] })
  })
})

describe('not', () => {
  test('keeps the runs that a filter does not keep, those without a value among them', () => {
    expect(runs.map(matches(not(b)))).toEqual([false, false, true, true])
  })

  test('of an opposite is the filter itself', () => {
    expect(not(not(a))).toBe(a)
    expect(not(not(everything))).toBe(everything)
  })
})

describe('monoidFilterAll and monoidFilterAny', () => {
  test('put many filters together', () => {
    type Asked = Pick<Run, 'group' | 'summary' | 'tags'>
    const filters: ReadonlyArray<Filter<Asked>> = [a, b, c]
    expect(M.concatAll(monoidFilterAll<Asked>())(filters)).toEqual(and(a, b, c))
    expect(M.concatAll(monoidFilterAny<Asked>())(filters)).toEqual(or(a, b, c))
  })

  test('put no filters together to everything, and to nothing', () => {
    expect(M.concatAll(monoidFilterAll())([])).toBe(everything)
    expect(M.concatAll(monoidFilterAny())([])).toBe(nothing)
  })
})
