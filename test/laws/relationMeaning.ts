import type { Aggregate, Column, Direction, Relation } from 'wandb-run-ops/query'
import { column } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { isMeant, meantValue, rank, spelled } from './queryMeaning.ts'

/** A second, slow and simple implementation of relations, for the laws to compare with. */

type Row = ReadonlyArray<unknown>

const hasNumber = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value)

const hasValue = (value: unknown): boolean => value !== undefined && value !== null && !Number.isNaN(value)

/** Negative, 0 or positive when a value comes before, with or after another. */
const compareMeant = (one: unknown, other: unknown, direction: Direction): number => {
  const [a, b] = [rank(one), rank(other)]
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  const [x, y] = [one as number, other as number]
  const ascending = a === b ? (a === 4 ? 0 : Number(x > y) - Number(x < y)) : a - b
  return direction === 'asc' ? ascending : -ascending
}

const sorted = <A>(
  all: ReadonlyArray<A>,
  terms: ReadonlyArray<{ readonly read: (one: A) => unknown; readonly direction: Direction }>,
): ReadonlyArray<A> =>
  all.toSorted((one, other) => {
    for (const { read, direction } of terms) {
      const result = compareMeant(read(one), read(other), direction)
      if (result !== 0) return result
    }
    return 0
  })

const quantile = (numbers: ReadonlyArray<number>, q: number): number | undefined => {
  if (numbers.length === 0 || !(q >= 0 && q <= 1)) return undefined
  const ascending = numbers.toSorted((a, b) => a - b)
  const at = q * (numbers.length - 1)
  const [low, high] = [ascending[Math.floor(at)] as number, ascending[Math.ceil(at)] as number]
  return low === high ? low : low * (1 - (at % 1)) + high * (at % 1)
}

const total = (numbers: ReadonlyArray<number>): number => numbers.reduce((sum, number) => sum + number, 0)

const variance = (numbers: ReadonlyArray<number>, of: 'population' | 'sample'): number | undefined => {
  const count = numbers.length - (of === 'sample' ? 1 : 0)
  if (count < 1) return undefined
  const mean = total(numbers) / numbers.length
  return total(numbers.map((number) => (number - mean) ** 2)) / count
}

/** The item with the first smallest number, or largest. */
const extreme = <A>(all: ReadonlyArray<A>, read: (one: A) => unknown, direction: Direction): A | undefined =>
  sorted(
    all.filter((one) => hasNumber(read(one)) || read(one) instanceof Date),
    [{ read, direction }],
  )[0]

const aggregated = (runs: ReadonlyArray<Run>, aggregate: Aggregate): unknown => {
  if (aggregate.column === undefined) return runs.length
  const read = (run: Run): unknown => meantValue(run, aggregate.column as Column)
  const numbers = runs.map(read).filter(hasNumber)
  const isOfTimes = runs.some((run) => read(run) instanceof Date)
  switch (aggregate._tag) {
    case 'Count':
      return runs.map(read).filter(hasValue).length
    case 'Sum':
      return total(numbers)
    case 'Mean':
      return numbers.length === 0 ? undefined : total(numbers) / numbers.length
    case 'Median':
      return quantile(numbers, 0.5)
    case 'Quantile':
      return quantile(numbers, aggregate.q)
    case 'Variance':
      return variance(numbers, aggregate.of)
    case 'Stddev': {
      const squared = variance(numbers, aggregate.of)
      return squared === undefined ? undefined : Math.sqrt(squared)
    }
    case 'First':
      return runs.map(read).find(hasValue)
    case 'Last':
      return runs.map(read).findLast(hasValue)
    default: {
      const direction = aggregate._tag.endsWith('Min') ? 'asc' : 'desc'
      const isArg = aggregate._tag.startsWith('Arg')
      const found = isArg && isOfTimes ? undefined : extreme(runs, read, direction)
      if (found === undefined) return undefined
      return 'of' in aggregate ? meantValue(found, aggregate.of) : read(found)
    }
  }
}

/** The runs of each row of the answer. */
const members = (runs: ReadonlyArray<Run>, { groupBy, aggregates }: Relation): ReadonlyArray<ReadonlyArray<Run>> => {
  if (groupBy === undefined) return aggregates === undefined ? runs.map((run) => [run]) : [runs]
  const groups = new Map<string, Array<Run>>()
  for (const run of runs) {
    const key = spelled(Object.values(groupBy).map((by) => meantValue(run, by)))
    groups.set(key, [...(groups.get(key) ?? []), run])
  }
  return [...groups.values()]
}

/** All rows of the answer to a relation, before its limit. */
export const meantRows = (runs: ReadonlyArray<Run>, relation: Relation<Run>): ReadonlyArray<Row> => {
  const { filter, order = [], groupBy, aggregates, columns = { id: column.id }, sort = [] } = relation as Relation
  const left = filter === undefined ? runs : runs.filter((run) => isMeant(run, filter))
  const ordered = sorted(
    left,
    order.map((term) => ({ read: (run: Run) => meantValue(run, term.column), direction: term.direction })),
  )
  const isOfRuns = groupBy === undefined && aggregates === undefined
  const read = isOfRuns ? columns : (groupBy ?? {})
  const rows = members(ordered, relation as Relation).map((group) => [
    ...Object.values(read).map((by) => meantValue(group[0] as Run, by)),
    ...Object.values<Aggregate>(aggregates ?? {}).map((one) => aggregated(group, one)),
  ])
  const names = [...Object.keys(read), ...Object.keys(aggregates ?? {})]
  return sorted(
    rows,
    sort.map(({ by, direction }) => ({ read: (row: Row) => row[names.indexOf(by)], direction })),
  )
}
