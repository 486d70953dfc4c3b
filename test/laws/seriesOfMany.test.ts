import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { alignSteps, groupBand, type HistorySeries, joinSeries, rank } from 'wandb-run-ops/ops'
import { hostileString } from '../arbitraries/json.ts'
import { plainly, series, tameSeries } from '../arbitraries/series.ts'
import { thoroughLaw } from './law.ts'

const same = (first: unknown, second: unknown): boolean => isDeepStrictEqual(plainly(first), plainly(second))

const list = fc.array(tameSeries, { maxLength: 5 })
const anyList = fc.array(series, { maxLength: 5 })
const how = fc.constantFrom('union' as const, 'intersection' as const)
const fill = fc.constantFrom('missing' as const, 'previous' as const, 'linear' as const)

const unionOf = (all: ReadonlyArray<HistorySeries>): ReadonlyArray<number> =>
  [...new Set(all.flatMap(({ steps }) => [...steps]))].sort((a, b) => a - b)
const near = (first: number, second: number): boolean => Object.is(first, second) || Math.abs(first - second) < 1e-9

/** The value of a series at a step, by a linear scan. */
const valueAt = ({ steps, values }: HistorySeries, step: number, filling: string): number => {
  const row = steps.findLastIndex((own) => own <= step)
  const [before, after] = [steps[row] ?? Number.NaN, steps[row + 1] ?? Number.NaN]
  const [low, high] = [values[row] ?? Number.NaN, values[row + 1] ?? Number.NaN]
  if (before === step || filling === 'previous') return low
  return filling === 'linear' ? low + ((high - low) / (after - before)) * (step - before) : Number.NaN
}

describe('alignSteps', () => {
  test('has the steps of any series, or of all', () => {
    thoroughLaw(fc.tuple(anyList, how, fill), ([all, which, filling]) => {
      const union = unionOf(all)
      const expected =
        which === 'union' ? union : union.filter((step) => all.every(({ steps }) => steps.includes(step)))
      return alignSteps(all, { how: which, fill: filling }).every(({ steps }) => same([...steps], expected))
    })
  })

  test('has the values of the series, and gaps filled as requested', () => {
    thoroughLaw(fc.tuple(list, how, fill), ([all, which, filling]) => {
      const aligned = alignSteps(all, { how: which, fill: filling })
      return (
        aligned.length === all.length &&
        aligned.every(({ steps, values }, index) =>
          values.every((value, row) => {
            const own = all[index]
            return own !== undefined && near(value, valueAt(own, steps[row] ?? Number.NaN, filling))
          }),
        )
      )
    })
  })

  test('is idempotent, and does not change its input', () => {
    thoroughLaw(fc.tuple(anyList, how, fill), ([all, which, filling]) => {
      const before = structuredClone(all)
      const once = alignSteps(all, { how: which, fill: filling })
      return same(alignSteps(once, { how: which, fill: filling }), once) && same(all, before)
    })
  })

  test('equals joinSeries by name', () => {
    thoroughLaw(
      fc.uniqueArray(fc.tuple(hostileString, series), { selector: ([name]) => name, maxLength: 4 }),
      (named) => {
        const { steps, values } = joinSeries(Object.fromEntries(named))
        const aligned = alignSteps(
          named.map(([, one]) => one),
          { how: 'union' },
        )
        return (
          Object.keys(values).length === named.length &&
          named.every(
            ([name], index) =>
              Object.hasOwn(values, name) && same({ steps, values: values[name] }, { ...aligned[index] }),
          )
        )
      },
    )
  })
})

const band = fc.record({
  range: fc.constantFrom('minMax' as const, 'stddev' as const, 'stderr' as const, 'none' as const),
  aggregate: fc.constantFrom('mean' as const, 'median' as const, 'min' as const, 'max' as const),
})

describe('groupBand', () => {
  test('has its line within the band, wherever there are numbers', () => {
    thoroughLaw(fc.tuple(anyList, band), ([all, options]) => {
      const { center, lower, upper } = groupBand(all, options)
      return center.every((line, row) => {
        const [low, high] = [lower[row] ?? Number.NaN, upper[row] ?? Number.NaN]
        return Number.isNaN(line) || Number.isNaN(low) || Number.isNaN(high) || (low <= line && line <= high)
      })
    })
  })

  test('of one series is the series', () => {
    thoroughLaw(fc.tuple(tameSeries, band), ([one, options]) => {
      const { steps, center, lower, upper, counts } = groupBand([one], options)
      return (
        same([steps, center, lower, upper], [one.steps, one.values, one.values, one.values]) &&
        same(
          [...counts],
          Array.from(one.values, (value) => Number(!Number.isNaN(value))),
        )
      )
    })
  })

  test('has the statistics of the numbers at each step', () => {
    thoroughLaw(fc.tuple(list, band), ([all, { range, aggregate }]) => {
      const { steps, center, lower, upper, counts } = groupBand(all, { range, aggregate })
      return (
        same([...steps], unionOf(all)) &&
        steps.every((step, row) => {
          const numbers = all
            .map((one) => valueAt(one, step, 'missing'))
            .filter((value) => !Number.isNaN(value))
            .sort((a, b) => a - b)
          const n = numbers.length
          if (n === 0) return counts[row] === 0 && [center, lower, upper].every((line) => Number.isNaN(line[row]))
          const [min, max] = [Math.min(...numbers), Math.max(...numbers)]
          const mean = numbers.reduce((sum, value) => sum + value) / n
          const median = ((numbers[Math.floor((n - 1) / 2)] ?? 0) + (numbers[Math.floor(n / 2)] ?? 0)) / 2
          const line = { mean, median, min, max }[aggregate]
          const stddev = Math.sqrt(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n)
          const reach = { minMax: 0, none: 0, stddev, stderr: stddev / Math.sqrt(n) }[range]
          const expected = [line, range === 'minMax' ? min : line - reach, range === 'minMax' ? max : line + reach]
          return (
            counts[row] === n &&
            [center, lower, upper].every((of, at) => near(of[row] ?? 0, expected[at] ?? Number.NaN))
          )
        })
      )
    })
  })

  test('does not change its input', () => {
    thoroughLaw(fc.tuple(anyList, band), ([all, options]) => {
      const before = structuredClone(all)
      groupBand(all, options)
      return same(all, before)
    })
  })
})

describe('rank', () => {
  const direction = fc.constantFrom('asc' as const, 'desc' as const)
  const columns = fc
    .tuple(fc.nat(5), fc.nat(6))
    .chain(([steps, count]) =>
      fc.array(
        fc.array(fc.constantFrom(1, 2, 3, -0, 0, Number.NaN, 1 / 0, -1 / 0), { minLength: steps, maxLength: steps }),
        { minLength: count, maxLength: count },
      ),
    )
    .map((all) => all.map((values) => ({ steps: Float64Array.from(values.keys()), values: Float64Array.from(values) })))

  test('is permuted with the series', () => {
    const shuffled = columns.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
    )
    thoroughLaw(fc.tuple(shuffled, direction), ([[all, order], which]) => {
      const ranks = rank(all, which)
      const permuted = rank(
        order.flatMap((index) => all[index] ?? []),
        which,
      )
      return same(
        permuted,
        order.map((index) => ranks[index]),
      )
    })
  })

  test('is one more than the number of values ranked before', () => {
    thoroughLaw(fc.tuple(columns, direction), ([all, which]) =>
      rank(all, which).every(({ values }, index) =>
        values.every((place, row) => {
          const own = all[index]?.values[row] ?? Number.NaN
          const before = all.filter(({ values: others }) => {
            const other = others[row] ?? Number.NaN
            return which === 'asc' ? other < own : other > own
          }).length
          return Number.isNaN(own) ? Number.isNaN(place) : place === before + 1
        }),
      ),
    )
  })
})
