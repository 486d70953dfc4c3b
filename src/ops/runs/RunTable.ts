import type { NumberColumn, ValueColumn } from '../../types/History.ts'

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
