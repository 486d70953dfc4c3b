import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { matches, ordOf } from 'wandb-run-ops/ops'
import type { Column, Filter, Operand } from 'wandb-run-ops/query'
import {
  and,
  column,
  eq,
  everything,
  fromMongo,
  isIn,
  not,
  or,
  splitFilter,
  toMongo,
  toOrder,
} from 'wandb-run-ops/query'
import type { Run, RunFields } from 'wandb-run-ops/types'
import { fieldOf } from '../../sandbox/query/field.ts'
import { compileFilter } from '../../sandbox/query/filter.ts'
import { compareKeys, parseOrder, type SortValue, sortValue } from '../../sandbox/query/order.ts'
import type { RunRecord } from '../../sandbox/store/record.ts'
import type { Store } from '../../sandbox/store/store.ts'
import { filter, order, queriedRun } from '../arbitraries/query.ts'
import { caseCount } from './law.ts'
import { runRecord } from './runRecord.ts'

/** The store is never used, since no filter names artifacts. */
const store = {} as Store

/** Made once, since a run has much that no filter asks for. */
const made = fc.sample(queriedRun, { numRuns: caseCount(2000, 300), seed: 20261121 })

const runs = fc.array(fc.constantFrom(...made), { maxLength: 16 })

/** Values that some runs have, including lists and dicts, so that filters match. */
const had: ReadonlyArray<{ readonly column: Column<unknown, Run>; readonly value: Operand }> = made.flatMap(
  ({ config, summary }) => [
    ...Object.entries(config).map(([key, value]) => ({ column: column.config(key), value })),
    ...Object.entries(summary).map(([key, value]) => ({ column: column.summary(key), value })),
  ],
)

const found = fc.oneof(
  fc.constantFrom(...had).map(({ column: by, value }) => eq(by, value)),
  fc
    .record({
      _tag: fc.constantFrom('Gt' as const, 'Gte' as const, 'Lt' as const, 'Lte' as const),
      column: fc.constantFrom(...had).map(({ column: by }) => by),
      value: fc.constantFrom<Operand>(-1, 0, 1, '', 'a', false, true),
    })
    .map((comparison): Filter<Run> => comparison),
)
const anyFilter = fc.oneof(
  { weight: 4, arbitrary: filter },
  { weight: 1, arbitrary: found },
  { weight: 1, arbitrary: fc.tuple(found, filter).map(([one, other]) => or(not(one), other)) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...had), { maxLength: 3 })
      .map(([first, ...rest]) =>
        first === undefined ? everything : isIn(first.column, [first.value, ...rest.map(({ value }) => value)]),
      ),
  },
)

const records = new Map(made.map((run) => [run, runRecord(run)]))
const recordOf = (run: RunFields): RunRecord => records.get(run) ?? runRecord(run)

const onServer = (text: string): ((run: RunFields) => boolean) => {
  const passes = compileFilter<RunRecord>(text, (path) => {
    const field = fieldOf(path)
    return field && { type: field.type, read: (run) => field.read(run, store) }
  })
  return (run) => passes(recordOf(run))
}

/** Asserts a property of many cases, enough of which must not be vacuous. */
const lawOf = <A>(arbitrary: fc.Arbitrary<A>, leastShare: number, holds: (value: A) => boolean | undefined): void => {
  let said = 0
  let all = 0
  fc.assert(
    fc.property(arbitrary, (value) => {
      const result = holds(value)
      all += 1
      if (result !== undefined) said += 1
      return result !== false
    }),
    { numRuns: caseCount(10_000, 1000) },
  )
  if (process.env['SHARES']) console.log(said / all)
  expect(said / all).toBeGreaterThan(leastShare)
}

describe('toMongo', () => {
  test('selects the same runs on the server as matches does in memory', () => {
    lawOf(fc.tuple(anyFilter, runs), 0.3, ([asked, list]) => {
      const mongo = toMongo(asked)
      if (E.isLeft(mongo)) return undefined
      const passes = onServer(JSON.stringify(mongo.right))
      return list.every((run) => passes(run) === matches(run, asked))
    })
  })
  test('writes plain JSON', () => {
    lawOf(anyFilter, 0.3, (asked) => {
      const mongo = toMongo(asked)
      return E.isLeft(mongo) ? undefined : isDeepStrictEqual(JSON.parse(JSON.stringify(mongo.right)), mongo.right)
    })
  })
})

describe('fromMongo', () => {
  test('reads everything that toMongo writes, with the same meaning', () => {
    lawOf(fc.tuple(anyFilter, runs), 0.3, ([asked, list]) => {
      const mongo = toMongo(asked)
      if (E.isLeft(mongo)) return undefined
      const read = fromMongo(mongo.right)
      return E.isRight(read) && list.every((run) => matches(run, read.right) === matches(run, asked))
    })
  })
})

describe('split', () => {
  test('returns two parts that are equivalent together, the first of which the server can evaluate', () => {
    lawOf(fc.tuple(anyFilter, runs), 0.99, ([asked, list]) => {
      const { pushed, remaining } = splitFilter(asked)
      const both = and(pushed, remaining)
      return E.isRight(toMongo(pushed)) && list.every((run) => matches(run, both) === matches(run, asked))
    })
  })

  test('leaves nothing that the server can evaluate', () => {
    lawOf(filter, 0.1, (asked) => {
      const { remaining } = splitFilter(asked)
      const parts = remaining._tag === 'And' ? remaining.filters : [remaining]
      return parts.length === 0 ? undefined : parts.every((part) => E.isLeft(toMongo(part)))
    })
  })
})

describe('toOrder', () => {
  const sorted = (text: string, list: ReadonlyArray<RunFields>): ReadonlyArray<RunFields> => {
    const terms = parseOrder<RunRecord>(text, '+created_at', (path) => {
      const field = fieldOf(path)
      return field && ((run) => field.read(run, store))
    })
    const keyOf = (fields: RunFields): Array<SortValue> => {
      const run = recordOf(fields)
      return [...terms.map((term) => sortValue(term.read(run))), fields.createdAt.getTime(), fields.id]
    }
    return list
      .map((run) => ({ run, key: keyOf(run) }))
      .sort((one, other) => compareKeys(terms, one.key, other.key))
      .map(({ run }) => run)
  }

  test('sorts on the server as ordOf does among runs in the order of their creation', () => {
    const many = fc.uniqueArray(fc.constantFrom(...made), { selector: ({ id }) => id, maxLength: 8 })
    lawOf(fc.tuple(order, many), 0.2, ([by, list]) => {
      const text = toOrder(by)
      if (E.isLeft(text)) return undefined
      const local = sorted('+created_at', list).toSorted(ordOf(by).compare)
      return sorted(text.right, list).every((run, index) => run === local[index])
    })
  })
})
