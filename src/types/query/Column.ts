/**
 * The name of a run field that a column can read.
 *
 * `name` is the display name or, without one, the id; `user` is the username; `runtime` is the number of seconds from
 * the run's creation to its last heartbeat. The others are fields of the record.
 *
 * @category Query
 * @since 0.1.0
 */
export type ColumnField =
  | 'commit'
  | 'computeSeconds'
  | 'createdAt'
  | 'description'
  | 'displayName'
  | 'entity'
  | 'group'
  | 'heartbeatAt'
  | 'historyLineCount'
  | 'id'
  | 'jobType'
  | 'name'
  | 'notes'
  | 'project'
  | 'readOnly'
  | 'runtime'
  | 'state'
  | 'storageId'
  | 'sweepName'
  | 'tags'
  | 'user'

/**
 * A column that reads a run field.
 *
 * @category Query
 * @since 0.1.0
 */
export interface FieldColumn {
  /** Discriminant: a field of the run itself. */
  readonly _tag: 'Field'
  /** The field. */
  readonly name: ColumnField
}

/**
 * A column that reads a value in a run's config, summary or system metrics.
 *
 * @category Query
 * @since 0.1.0
 */
export interface DictColumn {
  /** The dict. */
  readonly _tag: 'Config' | 'Summary' | 'SystemMetrics'
  /** The path of keys to the value, each taken literally: `['val/loss']`, `['optimizer', 'lr']`. */
  readonly path: ReadonlyArray<string>
}

/**
 * An aggregate over all values of a metric, as computed by `historyMin` and similar operations.
 *
 * @category Query
 * @since 0.1.0
 */
export type HistoryFigure = 'argmax' | 'argmin' | 'first' | 'last' | 'max' | 'mean' | 'min'

/**
 * A column that reads an aggregate of a metric's history.
 *
 * @category Query
 * @since 0.1.0
 */
export interface FigureColumn {
  /** Discriminant: an aggregate of the history. */
  readonly _tag: 'History'
  /** The metric, taken literally. */
  readonly key: string
  /** The aggregate. */
  readonly figure: HistoryFigure
}

/**
 * A value that can be read from a run, as plain JSON data that can be stored and sent.
 *
 * The type parameters exist only at compile time.
 *
 * @typeParam A - The type of the column's values.
 * @typeParam R - What a run must have for the column to be read; `never` if that is unknown.
 * @category Query
 * @since 0.1.0
 */
export type Column<A = unknown, R = never> = (FieldColumn | DictColumn | FigureColumn) & {
  /** Never set: carries the types. */
  readonly _reads?: (run: R) => A
}
