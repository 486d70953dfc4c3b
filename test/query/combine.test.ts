import * as M from 'fp-ts/lib/Monoid.js'
import { describe, expect, test } from 'vitest'
import { matches } from 'wandb-run-ops/ops'
import {
  and,
  column,
  eq,
  everything,
  type Filter,
  gt,
  hasTag,
  monoidFilterAll,
  monoidFilterAny,
  not,
  nothing,
  or,
} from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'

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
  test('match every run and no run', () => {
    expect(runs.map(matches(everything))).toEqual([true, true, true, true])
    expect(runs.map(matches(nothing))).toEqual([false, false, false, false])
  })

  test('are negations of each other', () => {
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
  test('matches runs that all filters match', () => {
    expect(runs.map(matches(and(a, b)))).toEqual([true, true, false, false])
    expect(runs.map(matches(and(a, b, c)))).toEqual([true, false, false, false])
  })

  test('is everything without filters, and the filter itself for one', () => {
    expect(and()).toEqual(everything)
    expect(and(a)).toBe(a)
    expect(and(and(), and())).toEqual(everything)
  })

  test('flattens filters of its own kind, and leaves others nested', () => {
    expect(and(and(a, b), and(c))).toEqual({ _tag: 'And', filters: [a, b, c] })
    expect(and(a, or(b, c))).toEqual({ _tag: 'And', filters: [a, { _tag: 'Or', filters: [b, c] }] })
    expect(and(a, not(and(b, c)))).toEqual({ _tag: 'And', filters: [a, not(and(b, c))] })
  })

  test('keeps the order of its filters, and duplicates', () => {
    expect(and(b, a, b)).toEqual({ _tag: 'And', filters: [b, a, b] })
  })

  test('does not change its filters', () => {
    const both: Filter<unknown> = Object.freeze({ _tag: 'And', filters: Object.freeze([everything]) })
    expect(and(both, nothing)).toEqual({ _tag: 'And', filters: [everything, nothing] })
    expect(both).toEqual({ _tag: 'And', filters: [everything] })
  })

  test('accepts thousands of filters', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => eq(column.group, String(index)))
    expect(matches({ group: '9999' }, or(...many))).toBe(true)
    expect(matches({ group: '10000' }, or(...many))).toBe(false)
  })
})

describe('or', () => {
  test('matches runs that at least one filter matches', () => {
    expect(runs.map(matches(or(b, c)))).toEqual([true, true, true, false])
  })

  test('is nothing without filters, and the filter itself for one', () => {
    expect(or()).toEqual(nothing)
    expect(or(a)).toBe(a)
    expect(or(or(), a)).toBe(a)
  })

  test('flattens filters of its own kind, and leaves others nested', () => {
    expect(or(or(a, b), c)).toEqual({ _tag: 'Or', filters: [a, b, c] })
    expect(or(and(a, b), c)).toEqual({ _tag: 'Or', filters: [{ _tag: 'And', filters: [a, b] }, c] })
  })
})

describe('not', () => {
  test('matches runs that a filter does not match, including those without a value', () => {
    expect(runs.map(matches(not(b)))).toEqual([false, false, true, true])
  })

  test('of a negation is the filter itself', () => {
    expect(not(not(a))).toBe(a)
    expect(not(not(everything))).toBe(everything)
  })
})

describe('monoidFilterAll and monoidFilterAny', () => {
  test('combine many filters', () => {
    type Asked = Pick<Run, 'group' | 'summary' | 'tags'>
    const filters: ReadonlyArray<Filter<Asked>> = [a, b, c]
    expect(M.concatAll(monoidFilterAll<Asked>())(filters)).toEqual(and(a, b, c))
    expect(M.concatAll(monoidFilterAny<Asked>())(filters)).toEqual(or(a, b, c))
  })

  test('combine no filters to everything, and to nothing', () => {
    expect(M.concatAll(monoidFilterAll())([])).toBe(everything)
    expect(M.concatAll(monoidFilterAny())([])).toBe(nothing)
  })
})
