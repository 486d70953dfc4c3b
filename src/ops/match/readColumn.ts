import { identity } from 'fp-ts/lib/function.js'
import type { Column, DictColumn, HistoryAggregate, HistoryAggregateColumn, StartOfColumn } from '../../query/Column.ts'
import type { ColumnField } from '../../query/columnFields.ts'
import { computedFields } from '../../query/computedFields.ts'
import { startOfTime } from '../../query/time/startOf.ts'
import type { History } from '../../types/run/History.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import {
  historyArgmax,
  historyArgmin,
  historyFirst,
  historyLast,
  historyMax,
  historyMean,
  historyMin,
} from '../history/extremes.ts'
import { fastPropertyReader, type PropertyReader } from '../ownValue.ts'

type Read = (run: RunFields) => unknown

// A stored filter does not declare the fields it needs, so a run may lack them: then it has no value there.
const computed: Partial<Readonly<Record<ColumnField, Read>>> = computedFields

const fieldReader = (name: ColumnField): Read =>
  (Object.hasOwn(computed, name) ? computed[name] : undefined) ?? fastPropertyReader(name)

const statistics: Readonly<Record<HistoryAggregate, (history: History, key: string) => unknown>> = {
  argmax: historyArgmax,
  argmin: historyArgmin,
  first: historyFirst,
  last: historyLast,
  max: historyMax,
  mean: historyMean,
  min: historyMin,
}

const statisticReader = ({ aggregate, key }: HistoryAggregateColumn): Read => {
  const compute = Object.hasOwn(statistics, aggregate) ? statistics[aggregate] : undefined
  return (run) => (run.history === undefined ? undefined : compute?.(run.history, key))
}

const atPath = (path: ReadonlyArray<string>): PropertyReader => {
  const [first = identity, ...others] = path.map(fastPropertyReader)
  if (others.length === 0) return first
  return (value) => {
    let inner = first(value)
    for (const read of others) inner = read(inner)
    return inner
  }
}

const dictReader = ({ _tag, path }: DictColumn): Read => {
  const find = atPath(path)
  switch (_tag) {
    case 'Config':
      return (run) => find(run.config)
    case 'Summary':
      return (run) => find(run.summary)
    case 'SystemMetrics':
      return (run) => find(run.systemMetrics)
  }
}

const startOfReader = ({ of, unit, zone }: StartOfColumn): Read => {
  const read = fieldReader(of.name)
  const startOf = startOfTime(unit, zone)
  return (run) => startOf(read(run))
}

/** Compiles a reader of a column, to use on many runs. */
export const columnReader = (column: Column): Read => {
  switch (column._tag) {
    case 'Field':
      return fieldReader(column.name)
    case 'History':
      return statisticReader(column)
    case 'StartOf':
      return startOfReader(column)
    default:
      return dictReader(column)
  }
}
