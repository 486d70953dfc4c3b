import { columnValue, matches, ordOf } from 'wandb-run-ops/ops'
import type { Column } from 'wandb-run-ops/query'
import { fromSqlAggregate, fromSqlCell } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { aggregate } from '../../src/ops/runs/aggregate.ts'
import { groupRunsBy } from '../../src/ops/runs/groupRunsBy.ts'
import type { Asked } from '../arbitraries/select.ts'

/** The rows of a grouped SELECT, computed in memory: keys, then aggregates. */
export const expectedRows = (runs: ReadonlyArray<Run>, asked: Asked): ReadonlyArray<ReadonlyArray<unknown>> => {
  const left = runs.filter(matches(asked.filter)).toSorted(ordOf(asked.order).compare)
  const statistics = aggregate(asked.aggregates)
  const [first] = asked.groupBy
  const groups = first === undefined ? [{ key: [], runs: left }] : groupRunsBy(asked.groupBy)(left)
  return groups.map((group) => {
    const all = statistics(group.runs) as Readonly<Record<string, unknown>>
    return [...(group.key as ReadonlyArray<unknown>), ...Object.keys(asked.aggregates).map((name) => all[name])]
  })
}

/** The same rows as returned by an engine. */
export const readRows = (
  rows: ReadonlyArray<ReadonlyArray<unknown>>,
  asked: Asked,
): ReadonlyArray<ReadonlyArray<unknown>> => {
  const readers = [...asked.groupBy.map(fromSqlCell), ...Object.values(asked.aggregates).map(fromSqlAggregate)]
  return rows.map((row) => readers.map((read, at) => read(row[at])))
}

/** The magnitude of the numbers in an aggregate, which sets the tolerance for rounding. */
export const magnitude = (runs: ReadonlyArray<Run>, asked: Asked): number => {
  let most = 1
  for (const { column } of Object.values(asked.aggregates))
    for (const run of runs) {
      const value = column === undefined ? 0 : columnValue(run, column as Column<unknown, Run>)
      if (typeof value === 'number' && Number.isFinite(value)) most = Math.max(most, Math.abs(value))
    }
  return most
}

/** Whether two rows are equal, numeric aggregates up to rounding. */
export const isClose = (one: unknown, other: unknown, scale: number): boolean => {
  if (Object.is(one, other) || one === other) return true
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other), scale) + 1e-13 * scale * scale
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime()
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [a, b] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>]
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isClose(a[key], b[key], scale))
  )
}
