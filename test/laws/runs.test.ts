import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aggregate,
  bestRun,
  columnsOf,
  columnValue,
  commonConfig,
  configDifferenceSize,
  countBy,
  diffConfigs,
  groupRunsBy,
  historyFromRows,
  importance,
  joinRuns,
  ordConfigDifferenceBySize,
  pivot,
  runTable,
  tableColumn,
  uniqueBy,
} from 'wandb-run-ops/ops'
import {
  argmax,
  argmin,
  type Column,
  column,
  count,
  first,
  last,
  max,
  mean,
  median,
  min,
  quantile,
  stddev,
  sum,
  variance,
} from 'wandb-run-ops/query'
import type { Run, RunFields } from 'wandb-run-ops/types'
import { anyColumn, queriedRun, queryValue } from '../arbitraries/query.ts'
import { caseCount, thoroughLaw } from './law.ts'
import { isPure } from './pure.ts'
import { isTotal } from './total.ts'

const nothingLogged = historyFromRows([])

/** Runs are costly to make and cheap to use again; what no column reads is left out, since purity copies them. */
const pool: ReadonlyArray<RunFields> = fc.sample(queriedRun, { numRuns: caseCount(1500, 300), seed: 5 }).map((run) => ({
  ...run,
  loggedArtifactVersions: [],
  usedArtifactVersions: [],
  files: [],
  sweep: undefined,
  historyKeys: { keys: {}, lastStep: undefined },
  history: nothingLogged,
  events: nothingLogged,
}))

const { NaN: nan, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf } = Number
const x = column.config('x')
const y = column.summary('y')

/** Values that often coincide, and some that only look alike when printed. */
const meeting: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(0, -0, 1, '1', true, null, undefined, '', nan, [1], ['1'], {}, []) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>({ a: 1, b: [2] }, { b: [2], a: 1 }, { a: 1 }, '[]', '{}', false) },
  { weight: 1, arbitrary: queryValue },
)

const number: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
)
const anyNumber = fc.oneof(
  { weight: 6, arbitrary: number },
  { weight: 1, arbitrary: fc.constantFrom(nan, inf, minusInf) },
)

/** Metric values, without numbers so large or small that plain sums of squares overflow or underflow. */
const measured = fc.oneof(
  { weight: 4, arbitrary: anyNumber },
  { weight: 1, arbitrary: meeting.filter((value) => typeof value !== 'number' || Math.abs(value) <= 5) },
)

const runOf = (config: unknown, summary: unknown, at: number): RunFields => ({
  ...(pool[at % pool.length] as RunFields),
  config: { x: config },
  summary: { y: summary },
})
const runsOf = (one: fc.Arbitrary<unknown>, other: fc.Arbitrary<unknown>): fc.Arbitrary<ReadonlyArray<RunFields>> =>
  fc.array(fc.tuple(one, other), { maxLength: 12 }).map((pairs) => pairs.map(([a, b], at) => runOf(a, b, at)))

const anyRuns = fc.array(fc.constantFrom(...pool), { maxLength: 8 })

interface Asked {
  readonly by: Column<unknown, Run>
  readonly runs: ReadonlyArray<RunFields>
}

/** Runs with all their columns, and runs with a column of coinciding values. */
const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ by: anyColumn, runs: anyRuns }),
  fc.record({ by: fc.constant(x), runs: runsOf(meeting, measured) }),
)

/** Whether two values are in the same group, implemented differently from the code: by comparing each part. */
const isAlike = (a: unknown, b: unknown): boolean => {
  if (a instanceof Date || b instanceof Date) return a instanceof Date && b instanceof Date && +a === +b
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return a === b || (typeof a === 'number' && typeof b === 'number' && Number.isNaN(a) && Number.isNaN(b))
  if (Array.isArray(a) !== Array.isArray(b) || Object.keys(a).length !== Object.keys(b).length) return false
  return Object.entries(a).every(([key, value]) => Object.hasOwn(b, key) && isAlike(value, Reflect.get(b, key)))
}

const isIn = (value: unknown): boolean => value !== undefined && value !== null && !Number.isNaN(value)
const numbersIn = (runs: ReadonlyArray<RunFields>, by: Column<unknown, Run>): ReadonlyArray<number> =>
  runs.map(columnValue(by)).filter((value): value is number => typeof value === 'number' && !Number.isNaN(value))

/** Equal up to rounding for numbers of this magnitude. */
const isNear = (a: number | undefined, b: number | undefined, size = 1): boolean =>
  Object.is(a, b) || a === b || Math.abs((a as number) - (b as number)) <= 1e-12 * (size + 1)

/** The magnitude of a sum of numbers. */
const sizeOf = (numbers: ReadonlyArray<number>): number =>
  numbers.filter(Number.isFinite).reduce((total, value) => total + Math.abs(value), 0)

describe('groups', () => {
  test('contain every run once, in order, and under its own key', () => {
    thoroughLaw(asked, ({ by, runs }) => {
      const groups = groupRunsBy(by)(runs)
      const read = columnValue(by)
      const places = groups.map((group) => group.runs.length)
      return (
        places.every((length) => length > 0) &&
        places.reduce((total, length) => total + length, 0) === runs.length &&
        groups.every(({ key, runs: members }) => {
          const same = runs.filter((run) => isAlike(read(run), key))
          return same.length === members.length && same.every((run, at) => run === members[at])
        })
      )
    })
  })

  test('concatenated and sorted by index are the runs', () => {
    thoroughLaw(runsOf(meeting, meeting), (runs) => {
      const placed = runs.map((run, place) => ({ ...run, place }))
      const together = groupRunsBy(x)(placed).flatMap((group) => group.runs)
      return isDeepStrictEqual(
        together.toSorted((a, b) => a.place - b.place),
        placed,
      )
    })
  })

  test('have distinct keys, in order of first appearance', () => {
    thoroughLaw(asked, ({ by, runs }) => {
      const read = columnValue(by)
      const keys: Array<unknown> = []
      for (const value of runs.map(read)) if (!keys.some((key) => isAlike(key, value))) keys.push(value)
      return isDeepStrictEqual(
        groupRunsBy(by)(runs).map(({ key }) => key),
        keys,
      )
    })
  })

  test('by two columns are groups of groups', () => {
    thoroughLaw(fc.tuple(asked, anyColumn), ([{ by, runs }, other]) => {
      const nested = groupRunsBy(by)(runs).flatMap((group) =>
        groupRunsBy(other)(group.runs).map((inner) => ({ key: [group.key, inner.key], runs: inner.runs })),
      )
      const placeOf = (group: { readonly runs: ReadonlyArray<RunFields> }): ReadonlyArray<number> =>
        group.runs.map((run) => runs.indexOf(run))
      const both = groupRunsBy([by, other])(runs)
      return (
        both.length === nested.length &&
        both.every((group) =>
          nested.some((inner) => isAlike(inner.key, group.key) && isDeepStrictEqual(placeOf(inner), placeOf(group))),
        )
      )
    })
  })

  test('are counted by countBy, start with the runs of uniqueBy, and are the margins of pivot', () => {
    thoroughLaw(fc.tuple(asked, anyColumn), ([{ by, runs }, other]) => {
      const groups = groupRunsBy(by)(runs)
      const table = pivot({ rows: by, columns: other, value: count() })(runs)
      const kept = uniqueBy(by)(runs)
      return (
        isDeepStrictEqual(
          countBy(by)(runs),
          groups.map(({ key, runs: { length } }) => ({ key, count: length })),
        ) &&
        kept.length === groups.length &&
        groups.every((group, at) => group.runs[0] === kept[at]) &&
        isDeepStrictEqual(
          table.rows,
          groups.map(({ key }) => key),
        ) &&
        isDeepStrictEqual(
          table.columns,
          groupRunsBy(other)(runs).map(({ key }) => key),
        ) &&
        groups.every(
          ({ runs: { length } }, row) => table.cells[row]?.reduce((total, cell) => total + cell, 0) === length,
        )
      )
    })
  })
})

test('pivot has in each cell the aggregate of the runs of its row and column', () => {
  thoroughLaw(fc.tuple(asked, anyColumn), ([{ by, runs }, other]) => {
    const statistic = aggregate({ is: last(y) })
    const table = pivot({ rows: by, columns: other, value: last(y) })(runs)
    const [down, across] = [columnValue(by), columnValue(other)]
    return table.rows.every((row, r) =>
      table.columns.every((key, c) => {
        const members = runs.filter((run) => isAlike(down(run), row) && isAlike(across(run), key))
        return isDeepStrictEqual(table.cells[r]?.[c], statistic(members).is)
      }),
    )
  })
})

describe('aggregates of groups', () => {
  const statistics = aggregate({
    runs: count(),
    count: count(y),
    sum: sum(y),
    mean: mean(y),
    min: min(y),
    max: max(y),
    spread: variance(y, 'population'),
  })

  test('combine to the aggregates of all: count, min and max exactly, sum and mean up to rounding', () => {
    thoroughLaw(runsOf(meeting, measured), (runs) => {
      const all = statistics(runs)
      const parts = groupRunsBy(x)(runs).map((group) => ({
        ...statistics(group.runs),
        length: numbersIn(group.runs, y).length,
      }))
      const sumOf = (of: (part: (typeof parts)[number]) => number): number =>
        parts.reduce((total, part) => total + of(part), 0)
      const present = <A>(values: ReadonlyArray<A | undefined>): ReadonlyArray<A> =>
        values.filter((value) => value !== undefined)
      const least = present(parts.map((part) => part.min))
      const greatest = present(parts.map((part) => part.max))
      const length = sumOf((part) => part.length)
      const sums = sumOf((part) => part.sum)
      const size = sizeOf(numbersIn(runs, y))
      return (
        sumOf((part) => part.runs) === all.runs &&
        sumOf((part) => part.count) === all.count &&
        isNear(sums, all.sum, size) &&
        (least.length === 0 ? all.min === undefined : Math.min(...least) === all.min) &&
        (greatest.length === 0 ? all.max === undefined : Math.max(...greatest) === all.max) &&
        (length === 0 ? all.mean === undefined : isNear(sums / length, all.mean, size))
      )
    })
  })

  test('combine to the variance of all by their variances and the distances of their means', () => {
    thoroughLaw(runsOf(meeting, number), (runs) => {
      const all = statistics(runs)
      const parts = groupRunsBy(x)(runs).map((group) => ({ ...statistics(group.runs), length: group.runs.length }))
      if (all.mean === undefined) return all.spread === undefined && parts.length === 0
      const middle = all.mean
      const squares = parts.reduce(
        (total, part) => total + ((part.spread as number) + ((part.mean as number) - middle) ** 2) * part.length,
        0,
      )
      return isNear(squares / runs.length, all.spread, sizeOf(numbersIn(runs, y)) ** 2)
    })
  })
})

describe('aggregates', () => {
  const three = [0.25, 0.5, 0.9] as const
  const statistics = aggregate({
    count: count(y),
    sum: sum(y),
    mean: mean(y),
    median: median(y),
    sample: variance(y),
    spread: variance(y, 'population'),
    deviation: stddev(y),
    min: min(y),
    max: max(y),
    first: first(y),
    last: last(y),
    least: argmin(y, x),
    greatest: argmax(y, x),
  })

  test('equal those of plain loops over the sorted numbers', () => {
    thoroughLaw(runsOf(meeting, measured), (runs) => {
      const values = runs.map(columnValue(y)).filter(isIn)
      const numbers = numbersIn(runs, y).toSorted((a, b) => a - b)
      const found = statistics(runs)
      const at = (value: number | undefined): unknown =>
        columnValue(x)(
          runs.find((run) => value !== undefined && columnValue(run, y) === value) ?? runOf(undefined, 0, 0),
        )
      const total = numbers.reduce((a, b) => a + b, 0)
      const middle = total / numbers.length
      const squares = numbers.reduce((a, b) => a + (b - middle) ** 2, 0)
      const divided = (by: number): number | undefined => (by < 1 ? undefined : squares / by)
      const sample = divided(numbers.length - 1)
      const size = sizeOf(numbers)
      return (
        found.count === values.length &&
        isNear(found.sum, total, size) &&
        (numbers.length === 0 ? found.mean === undefined : isNear(found.mean, middle, size)) &&
        isNear(found.sample, sample, size ** 2) &&
        isNear(found.spread, divided(numbers.length), size ** 2) &&
        isNear(found.deviation === undefined ? undefined : found.deviation ** 2, sample, size ** 2) &&
        found.min === numbers[0] &&
        found.max === numbers.at(-1) &&
        isDeepStrictEqual(found.first, values[0]) &&
        isDeepStrictEqual(found.last, values.at(-1)) &&
        isDeepStrictEqual(found.least, at(numbers[0])) &&
        isDeepStrictEqual(found.greatest, at(numbers.at(-1)))
      )
    })
  })

  test('of quantiles interpolate the sorted numbers, and decrease by rounding at most', () => {
    thoroughLaw(fc.tuple(runsOf(meeting, number), fc.double({ min: 0, max: 1, noNaN: true })), ([runs, q]) => {
      const sorted = numbersIn(runs, y).toSorted((a, b) => a - b)
      const found = aggregate({ is: quantile(y, q), low: quantile(y, q / 2) })(runs)
      if (sorted.length === 0) return found.is === undefined
      const place = q * (sorted.length - 1)
      const size = sizeOf(sorted)
      const low = sorted[Math.floor(place)] as number
      const high = sorted[Math.min(Math.floor(place) + 1, sorted.length - 1)] as number
      return (
        isNear(found.is, low + (high - low) * (place - Math.floor(place)), size) &&
        Number(found.low) <= Number(found.is) + 1e-12 * size
      )
    })
  })

  test('do not depend on the order of the runs, except for rounding, first, last and ties', () => {
    const unordered = aggregate({
      count: count(y),
      min: min(y),
      max: max(y),
      low: quantile(y, three[0]),
      median: median(y),
      high: quantile(y, three[2]),
    })
    thoroughLaw(runsOf(meeting, measured), (runs) => {
      const reversed = runs.toReversed()
      const [one, other] = [statistics(runs), statistics(reversed)]
      return (
        Object.entries(unordered(runs)).every(([name, statistic]) => {
          const again = Reflect.get(unordered(reversed), name)
          return statistic === again || (Number.isNaN(statistic) && Number.isNaN(again))
        }) &&
        isNear(one.sum, other.sum) &&
        isNear(one.spread, other.spread, sizeOf(numbersIn(runs, y)) ** 2)
      )
    })
  })
})

test('bestRun returns the first of the best runs', () => {
  thoroughLaw(fc.tuple(asked, fc.boolean(), fc.boolean()), ([{ by, runs }, up, measures]) => {
    const metric: Column<unknown, Run> = measures ? y : by
    const best = bestRun(metric, up ? 'maximize' : 'minimize')(runs)
    const numbers = numbersIn(runs, metric)
    if (best === undefined) return numbers.length === 0
    const value = columnValue(best, metric) as number
    const before = numbersIn(runs.slice(0, runs.indexOf(best)), metric)
    return (
      numbers.every((number) => (up ? number <= value : number >= value)) &&
      before.every((number) => (up ? number < value : number > value))
    )
  })
})

test('joinRuns returns the pairs of two nested loops, in order', () => {
  thoroughLaw(fc.tuple(runsOf(meeting, meeting), runsOf(meeting, meeting)), ([left, right]) => {
    const read = columnValue(x)
    const isPair = (a: RunFields, b: RunFields): boolean => isIn(read(a)) && isAlike(read(a), read(b))
    const inner = left.flatMap((a) => right.filter((b) => isPair(a, b)).map((b) => [a, b]))
    const outerLeft = left.flatMap((a) => {
      const partners = right.filter((b) => isPair(a, b))
      return partners.length === 0 ? [[a, undefined]] : partners.map((b) => [a, b])
    })
    const alone = right.filter((b) => !left.some((a) => isPair(a, b))).map((b) => [undefined, b])
    const isSame = (pairs: ReadonlyArray<ReadonlyArray<unknown>>, expected: ReadonlyArray<ReadonlyArray<unknown>>) =>
      pairs.length === expected.length &&
      pairs.every(([a, b], at) => a === expected[at]?.[0] && b === expected[at]?.[1])
    return (
      isSame(joinRuns(x)(left, right), inner) &&
      isSame(joinRuns(x, 'left')(left, right), outerLeft) &&
      isSame(joinRuns(x, 'outer')(left, right), [...outerLeft, ...alone])
    )
  })
})

test('runTable has the values of columnValue', () => {
  thoroughLaw(fc.tuple(asked, anyColumn), ([{ by, runs }, other]) => {
    const named = { ['__proto__']: by, other, y }
    const table = runTable(runs, named)
    return (
      table.length === runs.length &&
      Object.entries(named).every(
        ([name, from]) =>
          Object.hasOwn(table.columns, name) &&
          isDeepStrictEqual(tableColumn(table, name as 'y'), runs.map(columnValue(from))) &&
          Reflect.get(table.sources, name) === from,
      )
    )
  })
})

test('runTable without columns has those of columnsOf', () => {
  thoroughLaw(anyRuns, (runs) => isDeepStrictEqual(runTable(runs), runTable(runs, columnsOf(runs))))
})

describe('importance', () => {
  const correlated = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 12 })
  const rho = (pairs: ReadonlyArray<readonly [unknown, unknown]>): number | undefined =>
    importance(y)(pairs.map(([a, b]) => ({ config: { x: a }, summary: { y: b } })))[0]?.correlation
  /** Adding and multiplying may round two numbers to the same one; this preserves every order. */
  const stretched = (value: number): number => (value < 0 ? value * 4 : value * 2)

  test('is invariant under monotonic maps, and changes sign under decreasing ones', () => {
    thoroughLaw(correlated, (pairs) => {
      const found = rho(pairs)
      const turned = rho(pairs.map(([a, b]) => [-stretched(a), b]))
      return (
        rho(pairs.map(([a, b]) => [stretched(a), b])) === found &&
        rho(pairs.map(([a, b]) => [a, stretched(b)])) === found &&
        (found === undefined ? turned === undefined : isNear(-found, turned))
      )
    })
  })

  test('is invariant under the order of the runs, and under swapping the two sides', () => {
    thoroughLaw(correlated, (pairs) => {
      const other = rho(pairs.map(([a, b]) => [b, a]))
      return rho(pairs.toReversed()) === rho(pairs) && (other === rho(pairs) || [other, rho(pairs)].includes(undefined))
    })
  })

  test('equals the correlation of ranks counted one by one', () => {
    thoroughLaw(correlated, (pairs) => {
      const ranks = (values: ReadonlyArray<number>): ReadonlyArray<number> =>
        values.map(
          (value) => values.filter((v) => v < value).length + (values.filter((v) => v === value).length + 1) / 2,
        )
      const [a, b] = [ranks(pairs.map(([one]) => one)), ranks(pairs.map(([, two]) => two))]
      const middle = (pairs.length + 1) / 2
      const dot = (p: ReadonlyArray<number>, q: ReadonlyArray<number>): number =>
        p.reduce((total, value, at) => total + (value - middle) * ((q[at] as number) - middle), 0)
      const found = rho(pairs)
      return dot(a, a) === 0 || dot(b, b) === 0
        ? found === undefined
        : isNear(found, dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)))
    })
  })

  test('lists the paths of diffConfigs, strongest first', () => {
    thoroughLaw(anyRuns, (runs) => {
      const found = importance(y)(runs)
      const strengths = found.map(({ correlation }) => (correlation === undefined ? -1 : Math.abs(correlation)))
      const paths = (list: ReadonlyArray<{ readonly path: ReadonlyArray<string> }>): ReadonlyArray<string> =>
        list.map(({ path }) => JSON.stringify(path)).sort()
      return (
        isDeepStrictEqual(paths(found), paths(diffConfigs(runs))) &&
        strengths.every((strength, at) => at === 0 || (strengths[at - 1] as number) >= strength)
      )
    })
  })
})

describe('configs', () => {
  const leaves = (value: unknown, path: ReadonlyArray<string> = []): ReadonlyArray<readonly [string, unknown]> =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    (path.length === 0 || Object.keys(value).length > 0)
      ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
      : [[JSON.stringify(path), value]]

  test('are the common config and the differences, and nothing else', () => {
    thoroughLaw(anyRuns, (runs) => {
      const common = new Map(leaves(commonConfig(runs)))
      const differing = new Map(diffConfigs(runs).map(({ path, values }) => [JSON.stringify(path), values]))
      return runs.every(({ config }, at) => {
        const own = leaves(config)
        const isListed = ([path, value]: readonly [string, unknown]): boolean =>
          common.has(path) ? isAlike(common.get(path), value) : Object.is(differing.get(path)?.[at], value)
        const there = [...differing].filter(([, values]) => values[at] !== undefined).length
        return own.every(isListed) && own.length === common.size + there
      })
    })
  })

  test('differ when values are not all equal, by a size above 0 and at most 2', () => {
    thoroughLaw(anyRuns, (runs) =>
      diffConfigs(runs).every((difference) => {
        const size = configDifferenceSize(difference)
        return difference.values.some((value) => !isAlike(value, difference.values[0])) && size > 0 && size <= 2
      }),
    )
  })

  test('differ by a size that is invariant under scaling', () => {
    thoroughLaw(
      fc.tuple(fc.array(number, { minLength: 2, maxLength: 4 }), fc.constantFrom(-4, -1, 2, 1024)),
      ([values, by]) => {
        const of = (list: ReadonlyArray<number>) => ({ path: [], values: list })
        const times = of(values.map((value) => value * by))
        return (
          isNear(configDifferenceSize(times), configDifferenceSize(of(values))) &&
          (ordConfigDifferenceBySize.equals(times, of(values)) ||
            by < 0 ||
            values.some((value) => Math.abs(value) < 1e-300))
        )
      },
    )
  })
})

test('operations on many runs are pure and total', () => {
  const questions = fc.constantFrom<(by: Column<unknown, Run>) => (runs: ReadonlyArray<RunFields>) => unknown>(
    (by) => groupRunsBy(by),
    (by) => groupRunsBy([by, x]),
    (by) => countBy(by),
    (by) => uniqueBy(by),
    (by) => bestRun(by, 'minimize'),
    (by) => pivot({ rows: by, columns: y, value: median(by) }),
    (by) => (runs) => joinRuns(by, 'outer')(runs, runs),
    (by) => importance(by),
    (by) => runTable({ by }),
    () => (runs) => runTable(runs),
    () => diffConfigs,
    () => commonConfig,
    (by) =>
      aggregate({
        a: count(by),
        b: sum(by),
        c: mean(by),
        d: median(by),
        e: quantile(by, 0.1),
        f: variance(by),
        g: stddev(by),
      }),
    (by) => aggregate({ h: min(by), i: max(by), j: first(by), k: last(by), l: argmin(by), m: argmax(by, by) }),
  )
  thoroughLaw(fc.tuple(questions, asked), ([question, { by, runs }]) => {
    const ask = question(by)
    return isTotal(ask)(runs) && isPure(ask)(runs)
  })
})

test('the runs of these laws include larger groups and shared values', () => {
  const sizes = fc.sample(asked, { numRuns: 500, seed: 1 }).flatMap(({ by, runs }) => countBy(by)(runs))
  expect(sizes.some(({ count: size, key }) => size > 1 && isIn(key))).toBe(true)
  expect(sizes.some(({ key }) => key instanceof Date)).toBe(true)
})
