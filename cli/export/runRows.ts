import type { Args } from '../arguments/Command.ts'
import { limitOption } from '../arguments/optionValues.ts'
import { runFilter } from '../arguments/runFilter.ts'
import type { RunColumn } from '../columns/RunColumn.ts'
import { readColumns } from '../columns/readColumns.ts'
import { readOrder } from '../columns/readOrder.ts'
import { selectionFor } from '../columns/selectionFor.ts'
import { emptyTally, runBatches } from '../load/runBatches.ts'
import type { Source } from '../load/source.ts'
import { usageError } from '../output/ExitError.ts'
import { progressBar } from '../output/progressBar.ts'
import type { Streams } from '../output/Streams.ts'
import { Columns, columnGroups } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import type { ColumnTypes } from '../rows/rowTable.ts'
import { runRow } from '../rows/runRow.ts'
import type { ExportReport, Rows } from './writeRows.ts'

const lightFields =
  'id,name,state,createdAt,heartbeatAt,runtime,user,group,jobType,tags,sweepName,notes,commit,entity,project'
const defaultColumns = [`${lightFields},config.*,summary.*,systemMetrics.*`]

const declaredTypes = (columns: ReadonlyArray<RunColumn>): ColumnTypes =>
  new Map(columns.flatMap((column) => (column._tag === 'Field' ? [[column.name, column.type] as const] : [])))

/** Opens the rows of `export runs`, one per run. */
export const runRows = (args: Args, streams: Streams, report: ExportReport): ((source: Source) => Rows) => {
  if (args.has('keys')) throw usageError('--keys is for export history; for runs write --columns summary.loss.')
  const named = args.values('columns')
  const columns = readColumns(named.length === 0 ? defaultColumns : named)
  const limit = limitOption(args) ?? Number.POSITIVE_INFINITY
  const query = {
    filters: runFilter(args),
    order: readOrder(args),
    ...selectionFor(columns),
    ...(Number.isFinite(limit) ? { limit } : {}),
  }
  const names = columns.flatMap((column) => (column._tag === 'All' ? [] : [column.name]))
  const read = runRow(columns)
  return (source) => ({
    columns: new Columns(columnGroups(columns)),
    types: declaredTypes(columns),
    names: names.length === columns.length ? names : undefined,
    rows: (async function* (): AsyncGenerator<Row> {
      const bar = progressBar(streams, 'runs')
      const tally = emptyTally()
      try {
        for await (const runs of runBatches(source, { ...query, project: source.project }, bar, tally))
          yield* runs.map(read)
      } finally {
        bar.stop()
      }
      Object.assign(report, {
        failures: tally.failures,
        skipped: tally.skipped,
        complete: tally.complete || tally.limited,
      })
    })(),
  })
}
