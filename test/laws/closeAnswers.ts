import type { Aggregate, Column, Relation } from 'wandb-run-ops/query'
import { column } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { cellAt } from '../../src/history/table/cellAt.ts'
import type { RunTable } from '../../src/query/RunTable.ts'
import type { TableColumn } from '../../src/types/table/TableColumn.ts'
import { meantValue, spelled } from './queryMeaning.ts'
import { meantRows } from './relationMeaning.ts'

/**
 * Engines add and interpolate in different orders. In units of the largest number of the column, means and quantiles
 * differ by at most 1e-12, sums by that times the number of runs, and variances by 1e-11 of its square.
 */
const inexact: Partial<Readonly<Record<Aggregate['_tag'], number>>> = {
  Mean: 1e-12,
  Median: 1e-12,
  Quantile: 1e-12,
  Sum: 1e-12,
  Stddev: 1e-11,
  Variance: 1e-11,
}

/** Below, a number is 0. */
const TINY = 1e-300

type Row = ReadonlyArray<unknown>

type IsClose = (one: unknown, other: unknown) => boolean

const isSame: IsClose = (one, other) => spelled(one) === spelled(other)

/** How the values of an aggregate over some runs are compared. */
export const isCloseFor = (aggregate: Aggregate, runs: ReadonlyArray<Run>): IsClose => {
  const tolerance = inexact[aggregate._tag]
  if (tolerance === undefined || aggregate.column === undefined) return isSame
  const numbers = runs.map((run) => meantValue(run, aggregate.column as Column)).filter(Number.isFinite)
  const most = numbers.reduce<number>((largest, number) => Math.max(largest, Math.abs(number as number)), 0)
  const { _tag } = aggregate
  const scale = _tag === 'Sum' ? most * runs.length : _tag === 'Variance' || _tag === 'Stddev' ? most * most : most
  return (one, other) => {
    if (typeof one !== 'number' || typeof other !== 'number' || Object.is(one, other)) return Object.is(one, other)
    if (!Number.isFinite(one) || !Number.isFinite(other)) return false
    const [a, b] = _tag === 'Stddev' ? [one * one, other * other] : [one, other]
    return a === b || Math.abs(a - b) <= tolerance * scale + TINY
  }
}

/** Whether an aggregate differs in its last digits from engine to engine. */
const isInexact = ({ _tag }: Aggregate): boolean => inexact[_tag] !== undefined

/** The tests of the columns of an answer, in order, with their names. */
const columnTests = (
  { columns = { id: column.id }, groupBy, aggregates }: Relation<Run>,
  runs: ReadonlyArray<Run>,
): ReadonlyArray<{ readonly name: string; readonly isExact: boolean; readonly isClose: IsClose }> => {
  const isOfRuns = groupBy === undefined && aggregates === undefined
  return [
    ...Object.keys(isOfRuns ? columns : (groupBy ?? {})).map((name) => ({ name, isExact: true, isClose: isSame })),
    ...Object.entries<Aggregate>((aggregates ?? {}) as Readonly<Record<string, Aggregate>>).map(([name, one]) => ({
      name,
      isExact: !isInexact(one),
      isClose: isCloseFor(one, runs),
    })),
  ]
}

/**
 * Whether the rows of an engine answer a relation. Where rows are sorted by aggregates that differ in the last digits,
 * those that are as good as equal may have changed places, also across the limit.
 */
export const isAnswer = (theirs: ReadonlyArray<Row>, relation: Relation<Run>, runs: ReadonlyArray<Run>): boolean => {
  const tests = columnTests(relation, runs)
  const all = meantRows(runs, relation)
  const ours = all.slice(0, relation.limit)
  const isCloseRow = (one: Row, other: Row): boolean => tests.every(({ isClose }, at) => isClose(one[at], other[at]))
  if (theirs.length !== ours.length || !theirs.every((row) => row.length === tests.length)) return false
  const sort = (relation.sort ?? []).map(({ by }) => tests.findIndex(({ name }) => name === by))
  const firstInexact = sort.findIndex((at) => tests[at]?.isExact === false)
  if (firstInexact < 0) return theirs.every((row, index) => isCloseRow(row, ours[index] as Row))
  const rest = [...all]
  return theirs.every((row, index) => {
    const found = rest.findIndex((other) => isCloseRow(row, other))
    if (found >= 0) rest.splice(found, 1)
    const isInPlace = sort.slice(0, firstInexact + 1).every((at) => tests[at]?.isClose(row[at], ours[index]?.[at]))
    return found >= 0 && isInPlace
  })
}

/** The rows of a table. */
export const rowsOf = ({ length, names, columns }: RunTable): ReadonlyArray<Row> =>
  Array.from({ length }, (_, row) => names.map((name) => cellAt(columns[name] as TableColumn, row)))

/** The type of a column, of its elements, and of its JSON values. */
const typeOf = (column: TableColumn): string => {
  if (column.type === 'list') return `list of ${typeOf(column.items)}`
  return column.type === 'json' ? `json of ${column.types.join()}` : column.type
}

/** Whether two answers to a relation have columns of the same types, apart from those that differ in the last digits. */
export const hasSameTypes = (one: RunTable, other: RunTable, relation: Relation<Run>): boolean =>
  columnTests(relation, []).every(({ name, isExact }) => {
    const [a, b] = [one.columns[name], other.columns[name]]
    return a !== undefined && b !== undefined && (!isExact || typeOf(a) === typeOf(b))
  })
