import { type Column, type ColumnRun, fieldType } from '../../query/Column.ts'
import type { NumberColumn, ValueColumn } from '../../types/run/History.ts'
import { isNone, setOwn } from '../../types/wire/own.ts'
import { copyDate } from '../ownValue.ts'
import { untypedReader } from './grouping.ts'

/**
 * A table column of times.
 *
 * @category Tables
 * @since 0.1.0
 */
export interface TimeColumn {
  /** The type of all values. */
  readonly type: 'time'
  /** Milliseconds since 1970-01-01T00:00Z, one per run; meaningless where `present` is 0. */
  readonly values: Float64Array
  /** 1 where the run has a value, 0 elsewhere. */
  readonly present: Uint8Array
}

/**
 * A table column of strings.
 *
 * @category Tables
 * @since 0.1.0
 */
export interface TextColumn {
  /** The type of all values. */
  readonly type: 'text'
  /** One string per run; `undefined` where the run has none. */
  readonly values: ReadonlyArray<string | undefined>
}

/**
 * A table column of booleans.
 *
 * @category Tables
 * @since 0.1.0
 */
export interface BooleanColumn {
  /** The type of all values. */
  readonly type: 'boolean'
  /** One boolean per run; `undefined` where the run has none. */
  readonly values: ReadonlyArray<boolean | undefined>
}

/**
 * A table column, of type `value` when its values do not all have the same type.
 *
 * @category Tables
 * @since 0.1.0
 */
export type TableColumn = NumberColumn | TimeColumn | TextColumn | BooleanColumn | ValueColumn

/**
 * Runs as columns: value `i` of every column belongs to run `i`.
 *
 * @typeParam K - The column names.
 * @category Tables
 * @since 0.1.0
 */
export interface RunTable<K extends string = string> {
  /** The number of runs. */
  readonly length: number
  /** The column names, in order. */
  readonly names: ReadonlyArray<K>
  /** The columns by name. */
  readonly columns: Readonly<Record<K, TableColumn>>
}

const typeOf = (value: unknown): TableColumn['type'] => {
  if (value instanceof Date) return 'time'
  const type = typeof value
  return type === 'number' || type === 'boolean' ? type : type === 'string' ? 'text' : 'value'
}

/** A column of numbers, or of times in milliseconds; 0 where there is none. */
const numeric = (type: 'number' | 'time', all: ReadonlyArray<unknown>): TableColumn => ({
  type,
  values: Float64Array.from(all, (value) => (isNone(value) ? 0 : Number(value))),
  present: Uint8Array.from(all, (value) => +!isNone(value)),
})

const emptyTypeOf = (column: Column): TableColumn['type'] => {
  const type = fieldType(column) ?? 'number'
  return type === 'list' ? 'value' : type
}

const tableColumn = (all: ReadonlyArray<unknown>, emptyType: TableColumn['type']): TableColumn => {
  let type: TableColumn['type'] | undefined
  for (const value of all)
    if (!isNone(value)) type = type === undefined || type === typeOf(value) ? typeOf(value) : 'value'
  type ??= emptyType
  if (type === 'number' || type === 'time') return numeric(type, all)
  const values = type === 'value' ? all.map(copyDate) : all.map((value) => value ?? undefined)
  return { type, values: Object.freeze(values) } as TableColumn
}

/**
 * Collects columns of runs into a table. A column whose values are all numbers, times, strings or booleans has that
 * type; any other has type `value`.
 *
 * `null` counts as missing, except in a column of type `value`, which contains it. `NaN` is a number. A column
 * without values has the type of its field, such as `text` for `group`; in config, summary and history it is of type
 * `number`.
 *
 * @param columns - The columns by name. Any string is a valid name.
 * @returns A function from runs to the table: value `i` of every column belongs to run `i`.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { toTable } from 'wandb-run-ops/ops'
 *
 * const runs = [
 *   { state: 'finished', summary: { loss: 0.5 } },
 *   { state: 'crashed', summary: {} },
 * ]
 * const table = toTable({ state: column.state, loss: column.summary('loss') })(runs)
 *
 * table.names // => ['state', 'loss']
 * table.columns.state.values // => ['finished', 'crashed']
 * table.columns.loss // => { type: 'number', values: Float64Array.of(0.5, 0), present: Uint8Array.of(1, 0) }
 * ```
 * @category Tables
 * @since 0.1.0
 */
export const toTable = <T extends Readonly<Record<string, Column>>>(
  columns: T,
): ((runs: ReadonlyArray<ColumnRun<T[keyof T]>>) => RunTable<keyof T & string>) => {
  const names = Object.freeze(Object.keys(columns))
  const readers = Object.values(columns).map(
    (column) => ({ read: untypedReader(column), emptyType: emptyTypeOf(column) }) as const,
  )
  return (runs) => {
    const made: Record<string, unknown> = {}
    for (const [at, { read, emptyType }] of readers.entries())
      setOwn(
        made,
        names[at] as string,
        Object.freeze(
          tableColumn(
            runs.map((run) => read(run)),
            emptyType,
          ),
        ),
      )
    return Object.freeze({ length: runs.length, names, columns: Object.freeze(made) }) as RunTable<keyof T & string>
  }
}
