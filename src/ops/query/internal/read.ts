import type { History } from '../../../types/History.ts'
import type { Column, ColumnField, FigureColumn, HistoryFigure } from '../../../types/query/Column.ts'
import type { RunFields } from '../../../types/RunWith.ts'
import { historyArgmax, historyArgmin } from '../../history/argExtremes.ts'
import { historyFirst, historyLast } from '../../history/ends.ts'
import { historyMax, historyMin } from '../../history/extremes.ts'
import { historyMean } from '../../history/mean.ts'
import { valueAt } from '../../internal/valueAt.ts'
import { runName } from '../../run/name.ts'
import { runRuntime } from '../../run/runtime.ts'

type Read = (run: RunFields) => unknown

// A filter that was stored says nothing of what it asks for, so a run may lack it: then it has no value there.
const computed: Partial<Readonly<Record<ColumnField, Read>>> = {
  name: runName,
  runtime: (run) => (run.createdAt === undefined ? undefined : runRuntime(run)),
  user: (run) => (run.user?.username === '' ? undefined : run.user?.username),
}

const fieldReader = (name: ColumnField): Read =>
  (Object.hasOwn(computed, name) ? computed[name] : undefined) ??
  ((run) => (Object.hasOwn(run, name) ? run[name as keyof RunFields] : undefined))

const figures: Readonly<Record<HistoryFigure, (history: History, key: string) => unknown>> = {
  argmax: historyArgmax,
  argmin: historyArgmin,
  first: historyFirst,
  last: historyLast,
  max: historyMax,
  mean: historyMean,
  min: historyMin,
}

const figureReader = ({ figure, key }: FigureColumn): Read => {
  const take = Object.hasOwn(figures, figure) ? figures[figure] : undefined
  return (run) => (run.history === undefined ? undefined : take?.(run.history, key))
}

const dicts = { Config: 'config', Summary: 'summary', SystemMetrics: 'systemMetrics' } as const

/** How a column is read from a run; worked out once, since it is done for very many runs. */
export const readerOf = (column: Column): Read => {
  if (column._tag === 'Field') return fieldReader(column.name)
  if (column._tag === 'History') return figureReader(column)
  const dict = dicts[column._tag]
  const { path } = column
  const [key] = path
  // An array owns its length, which is no element.
  if (path.length !== 1 || key === undefined || key === 'length') return (run) => valueAt(run[dict], path)
  return (run) => {
    const values: unknown = run[dict]
    // A codec of the user's may have made anything of a dict.
    if (typeof values !== 'object' || values === null || !Object.hasOwn(values, key)) return undefined
    return (values as Readonly<Record<string, unknown>>)[key]
  }
}
