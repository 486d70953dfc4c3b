import type { Listed } from '../../src/loader/index.ts'
import type { TableColumn } from '../../src/types/table/TableColumn.ts'
import type { Args, Options } from '../arguments/Command.ts'
import { limitOption } from '../arguments/optionValues.ts'
import { reportProblems } from '../output/reportProblems.ts'
import type { Streams } from '../output/Streams.ts'
import { formatOption, formatOptions } from '../table/formats.ts'
import { writeTable } from '../table/writeTable.ts'
import { pluralize } from '../text/pluralize.ts'
import { rowTable } from './rowTable.ts'

/** A column of a list of records. */
export interface RecordColumn<A> {
  readonly name: string
  readonly type: TableColumn['type']
  readonly read: (record: A) => unknown
}

/** The default number of records in a table. */
const DEFAULT_LIMIT = 50

/** The options of every command that lists records. */
export const listOptions = {
  limit: {
    type: 'string',
    short: 'n',
    value: 'number',
    help: `The maximum number of them, or all; defaults to ${DEFAULT_LIMIT} in a table and in Markdown, else to all.`,
  },
  ...formatOptions,
} as const satisfies Options

/** Reads `--limit` of a list. */
export const listLimit = (args: Args): number =>
  limitOption(args) ?? (['table', 'markdown'].includes(formatOption(args)) ? DEFAULT_LIMIT : Number.POSITIVE_INFINITY)

/** The paging option of a load that stops at the limit. */
export const upTo = (limit: number): { readonly limit?: number } => (Number.isFinite(limit) ? { limit } : {})

/** What is listed, and how. */
export interface RecordList<A> {
  /** What the records are called: `project`. The JSON document has them under the plural. */
  readonly noun: string
  readonly columns: ReadonlyArray<RecordColumn<A>>
  readonly listed: Omit<Listed<A>, 'cursor'>
  readonly limit: number
}

/** Prints a list of records in the format of `--format`, at most as many as the limit, and returns the exit code. */
export const writeRecords = async <A>(
  { noun, columns, listed, limit }: RecordList<A>,
  args: Args,
  streams: Streams,
): Promise<number> => {
  const { failures, duplicates, skipped } = listed
  const shown = listed.items.slice(0, limit)
  const rows = rowTable(new Map(columns.map(({ name, type }) => [name, type])))
  for (const record of shown)
    rows.add(columns.map(({ name, read }) => [name, read(record)] as const).filter(([, value]) => value !== undefined))
  const isLimited = shown.length >= limit
  const totalCount = listed.totalCount ?? (listed.complete ? listed.items.length : undefined)
  const complete = listed.complete && shown.length === listed.items.length
  const of =
    totalCount === undefined
      ? `First ${pluralize(shown.length, noun)}`
      : `First ${shown.length} of ${pluralize(totalCount, noun)}`
  const summary = complete || !isLimited ? `${pluralize(shown.length, noun)}.` : `${of}. Use --limit all to show all.`
  const document = () => ({
    totalCount,
    complete,
    failures,
    duplicates,
    skipped,
    [`${noun.replaceAll(' ', '_')}s`]: shown,
  })
  await writeTable(
    { table: rows.build(columns.map(({ name }) => name)), summary, document, lines: shown },
    args,
    streams,
  )
  return reportProblems(streams, { noun, failures, skipped, complete: listed.complete || isLimited })
}
