/**
 * The name of something that every run has, or can have.
 *
 * `name` is what people see, which is the display name or else the id; `user` is the user's login name; `runtime` is the
 * number of seconds from the run's creation to its last heartbeat. The others are the fields of the record.
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
 * A column of a fact that every run has, or can have.
 *
 * @category Query
 * @since 0.1.0
 */
export interface FieldColumn {
  /** Says that it is a fact of the run itself. */
  readonly _tag: 'Field'
  /** Which one. */
  readonly name: ColumnField
}

/**
 * A column of a value in a run's config, summary or system metrics.
 *
 * @category Query
 * @since 0.1.0
 */
export interface DictColumn {
  /** Which dict. */
  readonly _tag: 'Config' | 'Summary' | 'SystemMetrics'
  /** The keys that lead to the value, each taken whole: `['val/loss']`, `['optimizer', 'lr']`. */
  readonly path: ReadonlyArray<string>
}

/**
 * What a column can say of all the values of a metric: the figures of `historyMin` and its like.
 *
 * @category Query
 * @since 0.1.0
 */
export type HistoryFigure = 'argmax' | 'argmin' | 'first' | 'last' | 'max' | 'mean' | 'min'

/**
 * A column of a figure of a metric's history.
 *
 * @category Query
 * @since 0.1.0
 */
export interface FigureColumn {
  /** Says that it is a figure of the history. */
  readonly _tag: 'History'
  /** The metric, taken whole. */
  readonly key: string
  /** Which figure. */
  readonly figure: HistoryFigure
}

/**
 * Something that a run has, as data: plain JSON that can be stored and sent.
 *
 * The type parameters are for the compiler alone and leave no trace in the data.
 *
 * @typeParam A - The type of the column's values.
 * @typeParam R - What a run must have for the column to be read; `never` for a column of which that is not known.
 * @category Query
 * @since 0.1.0
 */
export type Column<A = unknown, R = never> = (FieldColumn | DictColumn | FigureColumn) & {
  /** Never there: it keeps the types. */
  readonly _reads?: (run: R) => A
}
