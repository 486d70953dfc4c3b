import type { Column, DictColumn, StartOfColumn } from '../../query/Column.ts'
import { computedFields } from '../../query/computedFields.ts'
import { memberAt } from '../../query/keyPath.ts'
import { startReader } from '../../query/time/startOf.ts'
import { isInternalKey, unwrapEntry } from '../../types/run/ConfigDict.ts'
import { unquoteNonFinite } from '../../types/wire/json.ts'
import { getOwn } from '../../types/wire/own.ts'
import type { NodeValues } from './readNode.ts'

/** Reads a cell of a node: the value that a column has of the record. */
export type CellReader = (values: NodeValues) => unknown

/** The value of an entry of a config, which the server wraps. */
export const configCell: (entry: unknown) => unknown = unwrapEntry

/** A value of a summary, in which the server quotes what is not finite. */
export const metricCell = (value: unknown): unknown => (typeof value === 'number' ? value : unquoteNonFinite(value))

/** Whether the keys of a summary include one that is no user's. */
export const isInternalSummaryKey = (key: string): boolean => key === '_wandb'

const missing: CellReader = () => undefined

const dictReader = ({ _tag, path }: DictColumn): CellReader => {
  const [key = '', ...keys] = path
  const within = (value: unknown): unknown => {
    let inner = value
    for (const one of keys) inner = memberAt(inner, one)
    return inner
  }
  switch (_tag) {
    case 'Config':
      return isInternalKey(key) ? missing : ({ config }) => within(configCell(getOwn(config, key)))
    case 'Summary':
      return isInternalSummaryKey(key) ? missing : ({ summary }) => metricCell(within(getOwn(summary, key)))
    case 'SystemMetrics':
      return ({ systemMetrics }) => within(getOwn(systemMetrics, key))
  }
}

const computed: Readonly<Record<string, (run: never) => unknown>> = computedFields

const fieldReader = (name: string): CellReader => {
  const compute = Object.hasOwn(computed, name) ? computed[name] : undefined
  return compute === undefined ? ({ light }) => light[name] : ({ light }) => compute(light as never)
}

const startOfReader = ({ of, unit, zone }: StartOfColumn): CellReader => {
  const read = fieldReader(of.name)
  const startOf = startReader(unit, zone)
  return (values) => {
    const time = read(values)
    const start = time instanceof Date ? startOf(time.getTime()) : Number.NaN
    return Number.isNaN(start) ? undefined : new Date(start)
  }
}

/** Compiles a reader of a column. */
export const cellReader = (column: Column): CellReader => {
  switch (column._tag) {
    case 'Field':
      return fieldReader(column.name)
    case 'StartOf':
      return startOfReader(column)
    case 'History':
      return missing
    default:
      return dictReader(column)
  }
}
