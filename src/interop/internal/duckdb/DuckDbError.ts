/**
 * Why nothing came of a call, as plain data without the message.
 *
 * @category Interop
 * @since 0.1.0
 */
export type DuckDbErrorReason =
  /** The connection is closed. */
  | { readonly _tag: 'ConnectionClosed' }
  /** There is no such table or view. */
  | { readonly _tag: 'TableMissing'; readonly table: string }
  /** The table is there, and a column of it is not what it should be; `undefined` is no such column. */
  | {
      readonly _tag: 'TableDiffers'
      readonly table: string
      readonly column: string
      readonly expected: string | undefined
      readonly actual: string | undefined
    }
  /** Something of that name is there already. */
  | { readonly _tag: 'NameTaken'; readonly name: string }
  /** DuckDB takes these names for one, as it looks at no difference of case, or takes none of that spelling. */
  | { readonly _tag: 'NamesClash'; readonly names: ReadonlyArray<string> }
  /** The folder holds no Parquet file, or the list names none. */
  | { readonly _tag: 'NoFiles'; readonly directory: string | undefined }
  /** There is no such file. */
  | { readonly _tag: 'FileMissing'; readonly path: string }
  /** A file is not the Parquet file of a history. */
  | { readonly _tag: 'FileUnreadable'; readonly path: string; readonly detail: string }
  /** Files are versions of one and the same export, so that rows would count twice. */
  | { readonly _tag: 'VersionsMixed'; readonly paths: ReadonlyArray<string> }
  /** The name of a file does not tell the run. */
  | { readonly _tag: 'RunUnknown'; readonly path: string }
  /** The table has that step of that run already. */
  | { readonly _tag: 'StepPresent'; readonly table: string; readonly runId: string; readonly step: number }
  /** The caller's signal ended the work; nothing of it is kept. */
  | { readonly _tag: 'Aborted' }
  /** DuckDB refused for another reason. */
  | { readonly _tag: 'DuckDbFailed'; readonly detail: string }

/**
 * Why nothing came of a call: plain data, told apart by `_tag`, with one line for people in `message`.
 *
 * @category Interop
 * @since 0.1.0
 */
export type DuckDbError = DuckDbErrorReason & {
  /** What happened and what to do next, in one line. */
  readonly message: string
}

const listed = (names: ReadonlyArray<string>): string => names.map((name) => JSON.stringify(name)).join(', ')

const explain = (reason: DuckDbErrorReason): string => {
  switch (reason._tag) {
    case 'ConnectionClosed':
      return 'The connection to DuckDB is closed. Open a new one with `instance.connect()`.'
    case 'TableMissing':
      return `There is no table ${listed([reason.table])}. Make it first, or give the name of one that is there.`
    case 'TableDiffers': {
      const { table, column, expected = 'no such column', actual = 'no such column' } = reason
      return `The column ${listed([column])} of the table ${listed([table])} should be ${expected} and is ${actual}. Give the name of another table, or drop this one.`
    }
    case 'NameTaken':
      return `There is something called ${listed([reason.name])} already. Give another name, or say \`replace: true\` to replace a view.`
    case 'NamesClash':
      return `DuckDB cannot tell these columns apart, or cannot name them: ${listed(reason.names)}. Say in \`keys\` which metrics you want.`
    case 'NoFiles':
      return reason.directory === undefined
        ? 'The list of files is empty. Name the files, or a folder.'
        : `There is no Parquet file in ${listed([reason.directory])}. Download histories into it first.`
    case 'FileMissing':
      return `There is no file ${listed([reason.path])}. Check the path; a relative one begins at the folder of the process.`
    case 'FileUnreadable':
      return `The file ${listed([reason.path])} is not the Parquet file of a history: ${reason.detail}. Download it again, or leave it out.`
    case 'VersionsMixed':
      return `These files are versions of one export: ${listed(reason.paths)}. Keep the one that the last download named.`
    case 'RunUnknown':
      return `The name of ${listed([reason.path])} does not tell for certain which run it is of. Say so in \`runs\`.`
    case 'StepPresent':
      return `The table ${listed([reason.table])} has step ${reason.step} of the run ${listed([reason.runId])} already. Delete the run's rows first, or insert later steps only.`
    case 'Aborted':
      return 'The work was stopped by its signal; nothing of it is kept.'
    case 'DuckDbFailed':
      return `DuckDB refused: ${reason.detail}`
  }
}

/** The error for a reason, with its message. */
export const duckDbError = (reason: DuckDbErrorReason): DuckDbError =>
  Object.freeze({ ...reason, message: explain(reason) })
