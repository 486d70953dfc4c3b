import { tableRows } from '../../src/ops/table/tableRows.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { limitOption } from '../arguments/optionValues.ts'
import { projectArgument } from '../arguments/positionals.ts'
import { runFilter } from '../arguments/runFilter.ts'
import { filterOptions, projectOptions } from '../arguments/sharedOptions.ts'
import { readColumns } from '../columns/readColumns.ts'
import { NEWEST_FIRST, orderColumns, readOrder } from '../columns/readOrder.ts'
import { reportUnknownKeys } from '../hints/unknownKeys.ts'
import { reportUnmatchedFilter } from '../hints/unmatchedFilter.ts'
import type { Tally } from '../load/runBatches.ts'
import { type ListQuery, loadRunList, type RunList } from '../load/runList.ts'
import { type Source, withSource } from '../load/source.ts'
import { watchList } from '../load/watchList.ts'
import { usageError } from '../output/ExitError.ts'
import { reportProblems } from '../output/reportProblems.ts'
import type { Streams } from '../output/Streams.ts'
import { formatOption, formatOptions } from '../table/formats.ts'
import { type TableResult, tableText, tableWidth, writeTable } from '../table/writeTable.ts'
import { pluralize } from '../text/pluralize.ts'

/** The default number of runs in a table. */
const DEFAULT_LIMIT = 20

const defaultColumns = readColumns(['name,id,state,createdAt,user,summary.*,config.*'])

const summaryOf = ({ runs, totalCount, limited, failures }: Tally): string => {
  if (runs >= totalCount) return `${pluralize(runs, 'run')}.`
  const shown = `${runs.toLocaleString('en-US')} of ${pluralize(totalCount, 'run')}`
  if (limited) return `${shown}. Use --limit all to show all.`
  return failures.length === 0 ? `${shown}.` : `${shown}; ${failures.length} could not be read.`
}

const resultOf = ({ table, runs, tally }: RunList, isWhole: boolean): TableResult => {
  const { totalCount, complete, failures, duplicates, skipped } = tally
  return {
    table,
    summary: summaryOf(tally),
    document: () => ({
      totalCount,
      complete,
      failures,
      duplicates,
      skipped,
      runs: isWhole ? runs : tableRows(table),
    }),
    ...(isWhole ? { lines: runs } : {}),
  }
}

const reportEmpty = async (source: Source, streams: Streams, list: RunList, query: ListQuery): Promise<void> => {
  if (list.runs.length === 0 && query.filters !== undefined && list.tally.totalCount === 0)
    return reportUnmatchedFilter(source, streams, query.filters)
  await reportUnknownKeys(
    source,
    streams,
    list.empty.flatMap((column) => (column._tag === 'At' ? [column.path] : [])),
  )
}

const listRuns = async (args: Args, streams: Streams): Promise<number> => {
  const given = projectArgument(args)
  const format = formatOption(args)
  const isForScreen = format === 'table' || format === 'markdown'
  const columns = args.has('columns') ? readColumns(args.values('columns')) : undefined
  tableWidth(args, streams)
  if (args.has('every') && !args.has('watch')) throw usageError('--every is the pace of --watch: add --watch.')
  const query: ListQuery = {
    filters: runFilter(args),
    order: readOrder(args) ?? NEWEST_FIRST,
    limit: limitOption(args) ?? (isForScreen ? DEFAULT_LIMIT : Number.POSITIVE_INFINITY),
    columns,
    hidden: orderColumns(args),
  }
  return withSource(args, streams, async (opened) => {
    const source = { ...opened, project: given ?? opened.project }
    const load = (): Promise<RunList> => loadRunList(source, streams, query, defaultColumns)
    if (args.has('watch')) {
      const text = async (): Promise<string> => tableText(resultOf(await load(), columns === undefined), args, streams)
      return watchList(source, args, streams, query.filters, text)
    }
    const list = await load()
    await writeTable(resultOf(list, columns === undefined), args, streams)
    await reportEmpty(source, streams, list, query)
    return reportProblems(streams, { ...list.tally, complete: list.tally.complete || list.tally.limited })
  })
}

/** Lists the runs of a project. */
export const runsCommand: Command = {
  name: 'runs',
  group: 'Runs',
  summary: 'List the runs of a project, the newest first.',
  usage: '[entity/project] [options]',
  options: {
    ...projectOptions,
    ...filterOptions,
    order: { ...filterOptions.order, help: `${filterOptions.order.help} The newest runs are first by default.` },
    columns: {
      type: 'string',
      short: 'c',
      repeatable: true,
      value: 'names',
      help: 'The columns to show: name,state,config.lr,summary.accuracy,config.*',
    },
    limit: {
      type: 'string',
      short: 'n',
      value: 'number',
      help: `The maximum number of runs, or all; defaults to ${DEFAULT_LIMIT} in a table and in Markdown, else to all.`,
    },
    watch: {
      type: 'boolean',
      short: 'w',
      help: 'Show the list again when it changes, until all runs have ended; without a terminal, a line per change.',
    },
    every: { type: 'string', value: 'seconds', help: 'The time between two looks of --watch; defaults to 5.' },
    ...formatOptions,
  },
  examples: [
    'runs team/vision --created "last week" --order -summary.accuracy --limit 10',
    `runs --filter '{"state": "finished"}' --columns name,config.lr,summary.accuracy --format csv`,
    'runs team/vision --created today --state crashed,failed',
    'runs team/vision --state running --watch',
    'runs --sandbox --json',
  ],
  run: listRuns,
}
