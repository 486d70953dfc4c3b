import { type RunField, type RunFieldKinds, runFieldRows, type runFields } from '../types/run/fields.ts'

/**
 * The kinds of columns, with the types of their values: ids are plain strings, and a user is a username.
 *
 * @category Query
 * @since 0.2.0
 */
export interface ColumnKinds extends Omit<RunFieldKinds, 'runId' | 'storageId' | 'user'> {
  /** A number of any kind. */
  readonly number: number
  /** A run id. */
  readonly runId: string
  /** A storage id. */
  readonly storageId: string
  /** The username; `undefined` for an unknown user. */
  readonly user: string | undefined
}

/** A field of a run as a column: one of the record, or one computed from others. */
export interface ColumnRow extends Omit<RunField, 'fromRequest' | 'kind' | 'wire'> {
  /** The kind of its values. */
  readonly kind: keyof ColumnKinds
}

/**
 * The columns that are computed from fields of the run: one row for each.
 *
 * @category Query
 * @since 0.2.0
 */
export const computedColumns = {
  /** The name as the web app shows it: the display name, or else the id. */
  name: { kind: 'text', required: true, reads: ['displayName', 'id'] },
  /** Seconds from creation to the last heartbeat. */
  runtime: {
    kind: 'number',
    required: true,
    reads: ['createdAt', 'heartbeatAt'],
    filter: 'duration',
    order: 'duration',
  },
} as const

/**
 * The fields of the record that are columns: those that the table of runs has.
 *
 * @category Query
 * @since 0.2.0
 */
export type RecordColumn = {
  [K in keyof typeof runFields]: (typeof runFields)[K] extends { readonly sql: string } ? K : never
}[keyof typeof runFields]

/**
 * The name of a run field that a column can read.
 *
 * `name` is the display name or, without one, the id; `user` is the username; `runtime` is the number of seconds from
 * the run's creation to its last heartbeat. The others are fields of the record.
 *
 * @category Query
 * @since 0.1.0
 */
export type ColumnField = RecordColumn | keyof typeof computedColumns

/** The rows of the columns, by name. A stored query need not match its type, so any name is looked up. */
export const columnRows: ReadonlyMap<string, ColumnRow> = new Map<string, ColumnRow>([
  ...Object.entries(runFieldRows).filter(([, { sql }]) => sql !== undefined),
  ...Object.entries(computedColumns),
])
