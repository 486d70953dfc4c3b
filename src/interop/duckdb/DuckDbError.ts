import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { InvalidQuery } from '../../query/Filter.ts'

/**
 * Why a call failed, as plain data without the message.
 *
 * @category Interop
 * @since 0.1.0
 */
export type DuckDbErrorReason =
  /** The connection is closed. */
  | { readonly _tag: 'ConnectionClosed' }
  /** The table or view does not exist. */
  | { readonly _tag: 'TableMissing'; readonly table: string }
  /** A column of the table does not have the expected type; `undefined` for a column that is absent. */
  | {
      readonly _tag: 'TableDiffers'
      readonly table: string
      readonly column: string
      readonly expected: string | undefined
      readonly actual: string | undefined
    }
  /** A table or view of that name already exists. */
  | { readonly _tag: 'NameTaken'; readonly name: string }
  /** DuckDB, which ignores case, cannot distinguish these names, or does not allow one of them. */
  | { readonly _tag: 'NamesClash'; readonly names: ReadonlyArray<string> }
  /** The directory has no Parquet files, or the list is empty. */
  | { readonly _tag: 'NoFiles'; readonly directory: string | undefined }
  /** The file does not exist. */
  | { readonly _tag: 'FileMissing'; readonly path: string }
  /** The file is not a Parquet file of a history. */
  | { readonly _tag: 'FileUnreadable'; readonly path: string; readonly detail: string }
  /** Several files are versions of the same export, so rows would be duplicated. */
  | { readonly _tag: 'VersionsMixed'; readonly paths: ReadonlyArray<string> }
  /** The run cannot be determined from the file name. */
  | { readonly _tag: 'RunUnknown'; readonly path: string }
  /** The table already has that step of the run. */
  | { readonly _tag: 'StepPresent'; readonly table: string; readonly runId: string; readonly step: number }
  /** The signal aborted the insert; no rows were inserted. */
  | { readonly _tag: 'Aborted' }
  /** Any other DuckDB error. */
  | { readonly _tag: 'DuckDbFailed'; readonly detail: string }

/**
 * Why a call failed: a tagged union of plain data, with a one-line `message`.
 *
 * @category Interop
 * @since 0.1.0
 */
export type DuckDbError = DuckDbErrorReason & {
  /** What is wrong and what to do next, in one line. */
  readonly message: string
}

const listed = (names: ReadonlyArray<string>): string => names.map((name) => JSON.stringify(name)).join(', ')

const messageOf = (reason: DuckDbErrorReason): string => {
  switch (reason._tag) {
    case 'ConnectionClosed':
      return 'The DuckDB connection is closed. Open a new one with `instance.connect()`.'
    case 'TableMissing':
      return `Table ${listed([reason.table])} does not exist. Create it first, or pass the name of an existing table.`
    case 'TableDiffers': {
      const { table, column, expected = 'absent', actual = 'no column' } = reason
      return `Column ${listed([column])} of table ${listed([table])} must be ${expected}, got ${actual}. Use another table, or drop this one.`
    }
    case 'NameTaken':
      return `${listed([reason.name])} already exists. Use another name, or pass \`replace: true\` to replace a view.`
    case 'NamesClash':
      return `DuckDB cannot represent these column names, or ignores their difference in case: ${listed(reason.names)}. Select metrics with \`keys\`, or columns with \`tableSelect\`.`
    case 'NoFiles':
      return reason.directory === undefined
        ? 'The list of files is empty. Pass the paths of files, or a directory.'
        : `No Parquet files in ${listed([reason.directory])}. Download histories into it first.`
    case 'FileMissing':
      return `File ${listed([reason.path])} does not exist. Check the path; relative paths start at the working directory.`
    case 'FileUnreadable':
      return `File ${listed([reason.path])} is not a Parquet file of a history: ${reason.detail}. Download it again, or leave it out.`
    case 'VersionsMixed':
      return `These files are versions of the same export: ${listed(reason.paths)}. Keep only the one from the last download.`
    case 'RunUnknown':
      return `Cannot determine the run of ${listed([reason.path])} from its name. Pass the run id in \`runs\`.`
    case 'StepPresent':
      return `Table ${listed([reason.table])} already has step ${reason.step} of run ${listed([reason.runId])}. Delete the run's rows first, or insert later steps only.`
    case 'Aborted':
      return 'The insert was aborted. No rows were inserted.'
    case 'DuckDbFailed':
      return `DuckDB failed: ${reason.detail}`
  }
}

/** Makes the error for a reason, with its message. */
export const duckDbError = (reason: DuckDbErrorReason): DuckDbError =>
  Object.freeze({ ...reason, message: messageOf(reason) })

/** DuckDB's message, without the excerpt of the SQL. */
const detailOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/\n\nLINE \d+:[\s\S]*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)

const MISSING = /Table with name (.+?) does not exist/

/** Converts what DuckDB threw to an error as data. */
const toDuckDbError = (error: unknown): DuckDbError => {
  const detail = detailOf(error)
  if (/connection disconnected/i.test(detail)) return duckDbError({ _tag: 'ConnectionClosed' })
  const table = MISSING.exec(detail)?.[1]
  if (table !== undefined) return duckDbError({ _tag: 'TableMissing', table })
  return duckDbError({ _tag: 'DuckDbFailed', detail })
}

/** Runs work that may throw, and returns its error as data. */
export const attempt = async <A>(work: () => A | Promise<A>): Promise<E.Either<DuckDbError, A>> => {
  try {
    return E.right(await work())
  } catch (error) {
    return E.left(toDuckDbError(error))
  }
}

/**
 * An error as data, with or without a message.
 *
 * @category Interop
 * @since 0.1.0
 */
export type TaggedError = InvalidQuery | { readonly _tag: string; readonly message: string }

const errorMessage = (error: TaggedError): string =>
  'message' in error ? error.message : `${error.field} ${error.reason}`

/**
 * Runs a task as a promise. A failed task rejects with an `Error` whose `name` is the tag of the error and whose `cause` is
 * the error as data. Tasks of `wandb-run-ops/loader` are accepted too.
 *
 * @param task - The task to run.
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { createHistory, duckDbOrThrow } from 'wandb-run-ops/duckdb'
 *
 * const connection = await (await DuckDBInstance.create()).connect()
 * const refused = duckDbOrThrow(createHistory({ files: ['not-there.parquet'] })(connection))
 *
 * await refused.catch((error) => error.name) // => 'FileMissing'
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const duckDbOrThrow = async <A>(task: TaskEither<TaggedError, A>): Promise<A> => {
  const result = await task()
  if (E.isRight(result)) return result.right
  const failure = new Error(errorMessage(result.left), { cause: result.left })
  failure.name = result.left._tag
  return Promise.reject(failure)
}
