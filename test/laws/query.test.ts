import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnValue, historyFromRows, matches, ordOf } from 'wandb-run-ops/ops'
import {
  and,
  asc,
  type Column,
  column,
  desc,
  eq,
  everything,
  type Filter,
  isIn,
  monoidFilterAll,
  monoidFilterAny,
  monoidOrder,
  ne,
  not,
  nothing,
  notIn,
  type Operand,
  type Order,
  or,
  orderBy,
} from 'wandb-run-ops/query'
import type { Run, RunFields } from 'wandb-run-ops/types'
import {
  anyColumn,
  dictColumn,
  filter,
  order,
  queriedRun,
  queryKey,
  queryValue,
  simpleFilter,
} from '../arbitraries/query.ts'
import { isDual } from './dual.ts'
import { caseCount, thoroughLaw } from './law.ts'
import { isPure } from './pure.ts'
import { isMeant, meantValue, rank } from './queryMeaning.ts'
import { isTotal } from './total.ts'

type Asked = RunFields

/** Runs are costly to make and cheap to use again; what no column reads is left out, since purity copies them. */
const unread = {
  historyKeys: { keys: {}, lastStep: undefined },
  loggedArtifactVersions: [],
  usedArtifactVersions: [],
  files: [],
} as const
const pool = fc
  .sample(queriedRun, caseCount(2000, 300))
  .map((whole): RunFields => ({ ...whole, ...unread, sweep: undefined, events: historyFromRows([]) }))
const run: fc.Arbitrary<RunFields> = fc.constantFrom(...pool)

const operand = queryValue as fc.Arbitrary<Operand>
const statistic: fc.Arbitrary<Column<unknown, Asked>> = fc
  .tuple(queryKey, fc.constantFrom('argmax', 'argmin', 'first', 'last', 'max', 'mean', 'min'))
  .map(([key, name]) => column.history(key)[name as 'min'])

/** Comparisons with any JSON value, and with `NaN` and infinities. */
const richFilter = (columns: fc.Arbitrary<Column<unknown, Asked>>): fc.Arbitrary<Filter<Asked>> =>
  fc.oneof(
    fc.record({ _tag: fc.constantFrom('Eq', 'Gt', 'Gte', 'Lt', 'Lte'), column: columns, value: operand }),
    fc.record({ _tag: fc.constant('In'), column: columns, values: fc.array(operand, { maxLength: 3 }) }),
  ) as fc.Arbitrary<Filter<Asked>>

/** Any filter, both as made by functions and in forms that nobody would write. */
const anyFilter = (leaf: fc.Arbitrary<Filter<Asked>>): fc.Arbitrary<Filter<Asked>> =>
  fc.letrec<{ filter: Filter<Asked> }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'anyFilter', withCrossShrink: true },
      leaf,
      fc.record({ _tag: fc.constant('Not' as const), filter: tie('filter') }),
      fc.record({
        _tag: fc.constantFrom('And' as const, 'Or' as const),
        filters: fc.array(tie('filter'), { maxLength: 3, depthIdentifier: 'anyFilter' }),
      }),
    ),
  })).filter

const readable = anyFilter(fc.oneof(simpleFilter, richFilter(dictColumn)))
const hostile = anyFilter(fc.oneof(simpleFilter, richFilter(anyColumn), richFilter(statistic)))

/** A copy whose dicts have the default prototype, which comparisons of JSON ignore. */
const plain = (f: Filter<Asked>): Filter<Asked> => structuredClone(f)

const means = (one: Filter<Asked>, other: Filter<Asked>, asked: Asked): boolean =>
  matches(asked, one) === matches(asked, other)

describe('a filter', () => {
  test('matches some runs and not others, so that these laws are not vacuous', () => {
    const count = caseCount(5000, 500)
    const kept = fc.sample(fc.tuple(readable, run), count).filter(([f, asked]) => matches(asked, f)).length
    expect(kept).toBeGreaterThan(count / 5)
    expect(kept).toBeLessThan((count * 4) / 5)
  })

  test('matches the same runs as a second implementation of the rules', () => {
    thoroughLaw(fc.tuple(readable, run), ([f, asked]) => matches(asked, f) === isMeant(asked, f as Filter))
  })

  test('returns the same data-first and data-last', () => {
    thoroughLaw(fc.tuple(hostile, run), ([f, asked]) => isDual(matches<Asked> as never)(asked as never, f as never))
  })

  test('returns a result for any run', () => {
    thoroughLaw(
      fc.tuple(hostile, run),
      ([f, asked]) => isTotal(matches(f))(asked) && typeof matches(asked, f) === 'boolean',
    )
  })

  test('is pure, and changes neither the run nor itself', () => {
    thoroughLaw(fc.tuple(hostile.map(plain), run), (both) =>
      isPure(([f, asked]: readonly [Filter<Asked>, Asked]) => matches(asked, f))(both),
    )
  })

  test('means the same after a JSON round trip', () => {
    thoroughLaw(fc.tuple(filter, run), ([f, asked]) => means(f, JSON.parse(JSON.stringify(f)), asked))
  })

  test('is the same after a JSON round trip', () => {
    thoroughLaw(filter.map(plain), (f) => isDeepStrictEqual(JSON.parse(JSON.stringify(f)), f))
  })
})

describe('not', () => {
  test('is the complement: exactly one of a filter and its negation matches a run', () => {
    thoroughLaw(fc.tuple(hostile, run), ([f, asked]) => matches(asked, not(f)) === !matches(asked, f))
  })

  test('is involutive', () => {
    thoroughLaw(filter, (f) => isDeepStrictEqual(not(not(f)), f))
    thoroughLaw(fc.tuple(hostile, run), ([f, asked]) => means(not(not(f)), f, asked))
  })

  test('is what ne and notIn are to eq and isIn', () => {
    thoroughLaw(fc.tuple(dictColumn, fc.array(operand, { maxLength: 3 }), run), ([by, values, asked]) => {
      const [value = null] = values
      return (
        matches(asked, ne(by, value)) === !matches(asked, eq(by, value)) &&
        matches(asked, notIn(by, values)) === !matches(asked, isIn(by, values))
      )
    })
  })

  test('swaps and with or (De Morgan)', () => {
    thoroughLaw(
      fc.tuple(hostile, hostile, run),
      ([f, g, asked]) =>
        means(not(and(f, g)), or(not(f), not(g)), asked) && means(not(or(f, g)), and(not(f), not(g)), asked),
    )
  })
})

describe.each([
  { name: 'and', combine: and, dual: or, monoid: monoidFilterAll<Asked>(), empty: everything, zero: nothing },
  { name: 'or', combine: or, dual: and, monoid: monoidFilterAny<Asked>(), empty: nothing, zero: everything },
])('$name', ({ combine, dual, monoid, empty, zero }) => {
  const join = (...filters: ReadonlyArray<Filter<Asked>>): Filter<Asked> => combine(...filters)
  const other = (...filters: ReadonlyArray<Filter<Asked>>): Filter<Asked> => dual(...filters)

  test('is associative, in structure for filters made by functions, in meaning for all', () => {
    thoroughLaw(fc.tuple(filter, filter, filter), ([f, g, h]) =>
      isDeepStrictEqual(monoid.concat(monoid.concat(f, g), h), monoid.concat(f, monoid.concat(g, h))),
    )
    thoroughLaw(fc.tuple(hostile, hostile, hostile, run), ([f, g, h, asked]) =>
      means(join(join(f, g), h), join(f, join(g, h)), asked),
    )
  })

  test('has an identity on both sides', () => {
    thoroughLaw(
      filter,
      (f) => isDeepStrictEqual(monoid.concat(f, monoid.empty), f) && isDeepStrictEqual(monoid.concat(empty, f), f),
    )
    thoroughLaw(
      fc.tuple(hostile, run),
      ([f, asked]) => means(join(f, empty), f, asked) && means(join(empty, f), f, asked),
    )
  })

  test('of three equals that of two and one', () => {
    thoroughLaw(fc.tuple(filter, filter, filter), ([f, g, h]) => isDeepStrictEqual(join(f, g, h), join(join(f, g), h)))
  })

  test('is commutative and idempotent in meaning', () => {
    thoroughLaw(
      fc.tuple(hostile, hostile, run),
      ([f, g, asked]) => means(join(f, g), join(g, f), asked) && means(join(f, f), f, asked),
    )
  })

  test('has a zero, and absorbs', () => {
    thoroughLaw(
      fc.tuple(hostile, hostile, run),
      ([f, g, asked]) => means(join(f, zero), zero, asked) && means(join(f, other(f, g)), f, asked),
    )
  })

  test('distributes over its dual', () => {
    thoroughLaw(fc.tuple(hostile, hostile, hostile, run), ([f, g, h, asked]) =>
      means(join(f, other(g, h)), other(join(f, g), join(f, h)), asked),
    )
  })

  test('equals the JavaScript operator on the parts', () => {
    thoroughLaw(fc.tuple(fc.array(hostile, { maxLength: 4 }), run), ([parts, asked]) => {
      const answers = parts.map((part) => matches(asked, part))
      return matches(asked, join(...parts)) === (combine === and ? answers.every(Boolean) : answers.some(Boolean))
    })
  })
})

describe('eq', () => {
  test('of NaN finds NaN, and only NaN', () => {
    thoroughLaw(fc.tuple(dictColumn, run), ([by, asked]) => {
      const value = columnValue(asked, by)
      const isFound = (Array.isArray(value) ? value : [value]).some(Number.isNaN)
      return matches(asked, eq(by, Number.NaN)) === isFound
    })
  })

  test('matches a run by its own value', () => {
    thoroughLaw(fc.tuple(dictColumn, run), ([by, asked]) =>
      matches(asked, eq(by, (columnValue(asked, by) ?? null) as Operand)),
    )
  })
})

describe('columnValue', () => {
  test('returns the same as a second implementation of the rules', () => {
    thoroughLaw(fc.tuple(anyColumn, run), ([by, asked]) => {
      const value = columnValue(asked, by)
      const meant = meantValue(asked, by as Column)
      // A date is one of its own, so that nothing done to it changes the record.
      return meant instanceof Date ? value !== meant && isDeepStrictEqual(value, meant) : Object.is(value, meant)
    })
  })

  test('is pure, and returns the same data-first and data-last', () => {
    thoroughLaw(
      fc.tuple(fc.oneof(anyColumn, statistic), run),
      ([by, asked]) =>
        isPure((frozen: Asked) => columnValue(frozen, by))(asked) &&
        isDual(columnValue<unknown, Asked> as never)(asked as never, by as never),
    )
  })
})

describe('ordOf', () => {
  const at = (by: Order<Asked>) => ordOf(by).compare
  const runs = fc.array(run, { maxLength: 8 })
  const anyOrder = fc.oneof(
    order,
    fc.tuple(statistic, fc.boolean()).map(([by, up]) => (up ? asc(by) : desc(by))),
  )

  test('is reflexive, and consistent with its equality', () => {
    thoroughLaw(
      fc.tuple(anyOrder, run, run),
      ([by, a, b]) => at(by)(a, a) === 0 && (at(by)(a, b) === 0) === ordOf(by).equals(a, b),
    )
  })

  test('is antisymmetric and total: swapping the arguments negates the result', () => {
    thoroughLaw(fc.tuple(anyOrder, run, run), ([by, a, b]) => {
      const result = at(by)(a, b)
      return [-1, 0, 1].includes(result) && result + at(by)(b, a) === 0
    })
  })

  test('is transitive, ties included', () => {
    thoroughLaw(fc.tuple(anyOrder, run, run, run), ([by, a, b, c]) => {
      const compare = at(by)
      return (
        (!(compare(a, b) <= 0 && compare(b, c) <= 0) || compare(a, c) <= 0) &&
        (!(compare(a, b) === 0 && compare(b, c) === 0) || compare(a, c) === 0)
      )
    })
  })

  test('puts missing values and NaN last, in both directions', () => {
    thoroughLaw(fc.tuple(anyColumn, fc.boolean(), runs), ([by, up, list]) => {
      const ranks = list.toSorted(at(up ? asc(by) : desc(by))).map((asked) => rank(columnValue(asked, by)))
      const placed = ranks.filter((place) => place !== undefined)
      const ascending = up ? placed : placed.toReversed()
      return (
        isDeepStrictEqual(ranks.slice(0, placed.length), placed) &&
        ascending.every((place, index) => index === 0 || (ascending[index - 1] ?? 0) <= place)
      )
    })
  })

  test('reverses the order of present values with desc, and nothing else', () => {
    thoroughLaw(fc.tuple(anyColumn, run, run), ([by, a, b]) => {
      const isMissing = [a, b].some((asked) => rank(columnValue(asked, by)) === undefined)
      return at(desc(by))(a, b) === (isMissing ? at(asc(by))(a, b) : 0 - at(asc(by))(a, b))
    })
  })

  test('is pure, and does not throw for any run', () => {
    thoroughLaw(fc.tuple(anyOrder, run, run), ([by, a, b]) => {
      const compared = ([one, other]: readonly [Asked, Asked]): number => at(by)(one, other)
      return isTotal(compared)([a, b]) && isPure(compared)([a, b])
    })
  })

  test('means the same after a JSON round trip', () => {
    thoroughLaw(fc.tuple(anyOrder, run, run), ([by, a, b]) => at(by)(a, b) === at(JSON.parse(JSON.stringify(by)))(a, b))
  })
})

describe('monoidOrder', () => {
  const { concat, empty } = monoidOrder<Run>()

  test('is associative, with an identity on both sides', () => {
    thoroughLaw(fc.tuple(order, order, order), ([a, b, c]) =>
      isDeepStrictEqual(concat(concat(a, b), c), concat(a, concat(b, c))),
    )
    thoroughLaw(order, (a) => isDeepStrictEqual(concat(a, empty), a) && isDeepStrictEqual(concat(empty, a), a))
  })

  test('breaks ties of the first order with the second', () => {
    thoroughLaw(fc.tuple(order, order, run, run), ([first, second, a, b]) => {
      const result = ordOf(first).compare(a, b)
      return ordOf(orderBy(first, second)).compare(a, b) === (result === 0 ? ordOf(second).compare(a, b) : result)
    })
  })

  test('is idempotent', () => {
    thoroughLaw(
      fc.tuple(order, run, run),
      ([by, a, b]) => ordOf(concat(by, by)).compare(a, b) === ordOf(by).compare(a, b),
    )
  })
})
