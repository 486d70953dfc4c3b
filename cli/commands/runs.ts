import type { Args, Command } from '../arguments/Command.ts'
import { filterOption, limitOption } from '../arguments/optionValues.ts'
import { noPositionals } from '../arguments/positionals.ts'
import { filterOptions, projectOptions, tableOptions } from '../arguments/sharedOptions.ts'
import { readColumns } from '../columns/readColumns.ts'
import { readOrder } from '../columns/readOrder.ts'
import { selectionFor } from '../columns/selectionFor.ts'
import { emptyTally, runBatches, type Tally } from '../load/runBatches.ts'
import { withSource } from '../load/source.ts'
import { progressBar } from '../output/progressBar.ts'
import { reportProblems } from '../output/reportProblems.ts'
import type { Streams } from '../output/Streams.ts'
import { write } from '../output/write.ts'
import { Columns, columnGroups } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import { runRow } from '../rows/runRow.ts'
import { rowsTable, tableWidth } from '../table/rowsTable.ts'
import { pluralize } from '../text/pluralize.ts'
import { toJson } from '../text/toJson.ts'

/** The default number of runs in a table. */
const DEFAULT_LIMIT = 20

const defaultColumns = ['name,id,state,createdAt,user,summary.*,config.*']

/** W&B's own entries, such as `_timestamp`, are shown only if `--columns` names them. */
const isInternal = (name: string): boolean => name.startsWith('summary._')

const summaryOf = ({ runs, totalCount, limited, failures }: Tally): string => {
  if (runs >= totalCount) return `${pluralize(runs, 'run')}.`
  const shown = `${runs.toLocaleString('en-US')} of ${pluralize(totalCount, 'run')}`
  if (limited) return `${shown}. Use --limit all to show all.`
  return failures.length === 0 ? `${shown}.` : `${shown}; ${failures.length} could not be read.`
}

const listRuns = async (args: Args, streams: Streams): Promise<number> => {
  noPositionals(args)
  const named = args.values('columns')
  const columns = readColumns(named.length === 0 ? defaultColumns : named)
  const asJson = args.has('json')
  const maxWidth = tableWidth(args, streams)
  const limit = limitOption(args) ?? (asJson ? Number.POSITIVE_INFINITY : DEFAULT_LIMIT)
  const wholeRuns = asJson && named.length === 0
  const query = {
    filters: filterOption(args),
    order: readOrder(args),
    ...(wholeRuns ? {} : selectionFor(columns)),
    ...(Number.isFinite(limit) ? { limit } : {}),
  }
  const tally = emptyTally()
  const found: Array<unknown> = []
  const rows: Array<Row> = []
  const seen = new Columns(columnGroups(columns))
  const read = runRow(columns)
  const bar = progressBar(streams, 'runs')
  await withSource(args, streams, async (source) => {
    try {
      for await (const runs of runBatches(source, { ...query, project: source.project }, bar, tally))
        for (const run of runs) {
          if (wholeRuns) {
            found.push(run)
            continue
          }
          const row = named.length === 0 ? read(run).filter(([name]) => !isInternal(name)) : read(run)
          seen.addRow(row)
          rows.push(row)
        }
    } finally {
      bar.stop()
    }
  })
  const { totalCount, complete, failures, duplicates, skipped } = tally
  if (asJson) {
    const runs = wholeRuns ? found : rows.map((row) => Object.fromEntries(row))
    await write(streams.stdout, `${toJson({ totalCount, complete, failures, duplicates, skipped, runs })}\n`)
  } else
    await write(streams.stdout, rowsTable(rows, seen, maxWidth, summaryOf(tally), 'Use --columns to choose columns.'))
  return reportProblems(streams, { ...tally, complete: tally.complete || tally.limited })
}

/** Lists the runs of a project. */
export const runsCommand: Command = {
  name: 'runs',
  group: 'Runs',
  summary: 'List the runs of a project.',
  usage: '[options]',
  options: {
    ...projectOptions,
    ...filterOptions,
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
      help: `The maximum number of runs, or all; defaults to ${DEFAULT_LIMIT} in a table and all in JSON.`,
    },
    ...tableOptions,
  },
  examples: [
    'runs --project team/vision --order -summary.accuracy --limit 10',
    `runs --filter '{"state": "finished"}' --columns name,config.lr,summary.accuracy`,
    'runs --sandbox --json',
  ],
  run: listRuns,
}
