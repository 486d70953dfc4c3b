import type { Command, Given } from '../arguments/Command.ts'
import { filterOptions, helpOptions, projectOptions, tableOptions } from '../arguments/common.ts'
import { noPositionals } from '../arguments/positionals.ts'
import { readFilters } from '../arguments/readFilters.ts'
import { limitOf } from '../arguments/wholeNumber.ts'
import { readColumns } from '../columns/readColumns.ts'
import { readOrder } from '../columns/readOrder.ts'
import { selectionOf } from '../columns/selectionOf.ts'
import { json } from '../json.ts'
import { complain } from '../output/complain.ts'
import { count } from '../output/count.ts'
import { progressBar } from '../output/progressBar.ts'
import type { Streams } from '../output/Streams.ts'
import { write } from '../output/write.ts'
import { Columns, groupsOf } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import { rowOf } from '../rows/rowOf.ts'
import { nothingWalked, type Walked, walkRuns } from '../rows/walkRuns.ts'
import { withSource } from '../source.ts'
import { roomOf } from '../table/roomOf.ts'
import { rowsTable } from '../table/rowsTable.ts'

/** How many runs a table shows where nobody says. */
const SHOWN = 20

const byDefault = ['name,id,state,createdAt,user,summary.*,config.*']

/** W&B's own entries, such as `_timestamp`, are shown to who asks for them. */
const isInternal = (name: string): boolean => name.startsWith('summary._')

const told = ({ runs, totalCount }: Walked): string =>
  runs < totalCount
    ? `${runs.toLocaleString('en-US')} of ${count(totalCount, 'run')}. --limit all shows all.`
    : `${count(runs, 'run')}.`

const show = async (given: Given, streams: Streams): Promise<number> => {
  noPositionals(given)
  const asked = given.texts('columns')
  const columns = readColumns(asked.length === 0 ? byDefault : asked)
  const asJson = given.has('json')
  const room = roomOf(given, streams)
  const limit = limitOf(given) ?? (asJson ? Number.POSITIVE_INFINITY : SHOWN)
  const isWhole = asJson && asked.length === 0
  const query = {
    filters: readFilters(given.text('filter')),
    order: readOrder(given.text('order')),
    ...(isWhole ? {} : selectionOf(columns)),
    ...(Number.isFinite(limit) ? { limit } : {}),
  }
  const walked = nothingWalked()
  const found: Array<unknown> = []
  const rows: Array<Row> = []
  const seen = new Columns(groupsOf(columns))
  const read = rowOf(columns)
  const bar = progressBar(streams, 'runs')
  await withSource(given, streams, async (source) => {
    try {
      for await (const runs of walkRuns(source, { ...query, project: source.project }, bar, walked))
        for (const run of runs) {
          if (isWhole) {
            found.push(run)
            continue
          }
          const row = asked.length === 0 ? read(run).filter(([name]) => !isInternal(name)) : read(run)
          seen.see(row)
          rows.push(row)
        }
    } finally {
      bar.stop()
    }
  })
  const { totalCount, complete, failures, duplicates, skipped } = walked
  if (asJson) {
    const runs = isWhole ? found : rows.map((row) => Object.fromEntries(row))
    await write(streams.stdout, `${json({ totalCount, complete, failures, duplicates, skipped, runs })}\n`)
  } else await write(streams.stdout, rowsTable(rows, seen, room, told(walked), '--columns chooses others.'))
  return complain(streams, walked)
}

/** Lists the runs of a project. */
export const runs: Command = {
  name: 'runs',
  summary: 'List the runs of a project as a table.',
  usage: '[options]',
  options: {
    ...projectOptions,
    ...filterOptions,
    columns: {
      type: 'string',
      short: 'c',
      multiple: true,
      value: 'names',
      help: 'What to show: name,state,config.lr,summary.accuracy,config.*',
    },
    limit: {
      type: 'string',
      short: 'n',
      value: 'number',
      help: `How many runs; ${SHOWN} in a table, all in JSON, or all.`,
    },
    ...tableOptions,
    ...helpOptions,
  },
  examples: [
    'runs --project team/vision --order -summary.accuracy --limit 10',
    `runs --filter '{"state": "finished"}' --columns name,config.lr,summary.accuracy`,
    'runs --sandbox --json',
  ],
  run: show,
}
