import type { NumberColumn, ValueColumn } from '../../types/History.ts'

/**
 * The moments of a column of a table.
 *
 * @category Tables
 * @since 0.1.0
 */
export interface TimeColumn {
  /** Says that all values are moments. */
  readonly type: 'time'
  /** Milliseconds since 1970-01-01T00:00Z, one a run; meaningless where `present` is 0. */
  readonly values: Float64Array
  /** 1 where the run has a value, 0 where it has none. */
  readonly present: Uint8Array
}

/**
 * The texts of a column of a table.
 *
 * @category Tables
 * @since 0.1.0
 */
export interface TextColumn {
  /** Says that all values are texts. */
  readonly type: 'text'
  /** One text a run; `undefined` where it has none. */
  readonly values: ReadonlyArray<string | undefined>
}

/**
 * The truth values of a column of a table.
 *
 * @category Tables
 * @since 0.1.0
 */
export interface BooleanColumn {
  /** Says that all values are `true` or `false`. */
  readonly type: 'boolean'
  /** One a run; `undefined` where it has none. */
  readonly values: ReadonlyArray<boolean | undefined>
}

/**
 * A column of a table: of one type where all its values have that, otherwise of type `value`.
 *
 * @category Tables
 * @since 0.1.0
 */
export type TableColumn = NumberColumn | TimeColumn | TextColumn | BooleanColumn | ValueColumn

/**
 * Runs as columns: value `i` of every column belongs to run `i`.
 *
 * @typeParam K - The names of the columns.
 * @category Tables
 * @since 0.1.0
 */
export interface RunTable<K extends string = string> {
  /** The number of runs. */
  readonly length: number
  /** The names of the columns, in order. */
  readonly names: ReadonlyArray<K>
  /** A column for each name. */
  readonly columns: Readonly<Record<K, TableColumn>>
}
