import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { parse } from 'wandb-run-ops/expression'
import { runTypes } from '../../src/expression/plan/overRuns.ts'
import { evaluateBy } from '../../src/expression/relation/evaluateBy.ts'
import { queriedRun } from '../arbitraries/query.ts'
import { relationalExpression } from '../arbitraries/relationalExpression.ts'
import { caseCount } from './law.ts'

/** Few values, so that runs form groups: what columns and expressions might treat differently among them. */
const plain = fc.constantFrom<unknown>(
  0,
  -0,
  1,
  2,
  0.1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  'a',
  'b',
  '',
  true,
  false,
  null,
)
const odd = fc.constantFrom<unknown>(
  [null, 1],
  [0],
  [],
  ['a'],
  { b: 1 },
  1n,
  2n ** 70n,
  new Date(0),
  new Date(Number.NaN),
)

const dictOf = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom('lr', 'loss', 'a', 'b', '__proto__', 'length', '0', 'val/loss'), value), {
      selector: ([key]) => key,
      maxLength: 8,
    })
    .map((entries) => Object.fromEntries(entries))

const runOf = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(queriedRun, dictOf(value), dictOf(value), dictOf(value))
    .map(([run, config, summary, systemMetrics]) => ({ ...run, config, summary, systemMetrics }))

const numbers = fc.double({ noNaN: false })

/** Runs without a field, with fields of other types, and what is no run. */
const hostile = fc
  .tuple(
    queriedRun,
    fc.constantFrom('config', 'summary', 'state', 'createdAt', 'tags', 'displayName', 'jobType', 'computeSeconds'),
    fc.constantFrom<unknown>(undefined, null, 'text', 5, true, [], [{ lr: 1 }], { a: 1 }, new Date(Number.NaN), 'drop'),
  )
  .map(([run, field, value]) =>
    value === 'drop'
      ? Object.fromEntries(Object.entries(run).filter(([name]) => name !== field))
      : { ...run, [field]: value },
  )

const list = fc.oneof(
  { weight: 4, arbitrary: fc.array(runOf(plain), { maxLength: 8 }) },
  { weight: 2, arbitrary: fc.array(runOf(fc.oneof(fc.integer({ min: -2, max: 2 }), numbers)), { maxLength: 8 }) },
  {
    weight: 2,
    arbitrary: fc.array(runOf(fc.oneof({ weight: 9, arbitrary: plain }, { weight: 1, arbitrary: odd })), {
      maxLength: 8,
    }),
  },
  { weight: 2, arbitrary: fc.array(runOf(fc.oneof(plain, odd)), { minLength: 1, maxLength: 2 }) },
  { weight: 3, arbitrary: fc.array(fc.oneof(runOf(plain), hostile), { maxLength: 5 }) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.oneof(
        { weight: 5, arbitrary: queriedRun as fc.Arbitrary<unknown> },
        { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 5, {}, { config: {} }) },
      ),
      { maxLength: 5 },
    ),
  },
)

const MILLISECONDS = 480_000

/** Invalid dates are not equal to each other in Node. */
const comparable = (value: unknown): unknown => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'invalid date' : value
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, comparable(part)]))
}

const areSame = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(one, other) || isDeepStrictEqual(comparable(one), comparable(other))

const byColumns = evaluateBy(0)
const byRecords = evaluateBy(Number.POSITIVE_INFINITY)

test(
  'columns give the same value, type and failure as the evaluation of each run',
  () => {
    let answered = 0
    fc.assert(
      fc.property(relationalExpression, list, fc.boolean(), (text, runs, isKnown) => {
        const parsed = parse(text)
        if (E.isLeft(parsed)) throw new Error(text)
        const known = isKnown ? runTypes : {}
        const one = byColumns(parsed.right, { runs }, known)
        const other = byRecords(parsed.right, { runs }, known)
        answered += E.isRight(one) ? 1 : 0
        return areSame(one, other)
      }),
      { numRuns: caseCount(10_000, 500) },
    )
    expect(answered).toBeGreaterThan(100)
  },
  MILLISECONDS,
)
