import type { Given } from '../arguments/Command.ts'
import { readFilters } from '../arguments/readFilters.ts'
import { limitOf } from '../arguments/wholeNumber.ts'
import { readColumns } from '../columns/readColumns.ts'
import { readOrder } from '../columns/readOrder.ts'
import { selectionOf } from '../columns/selectionOf.ts'
import { progressBar } from '../output/progressBar.ts'
import type { Streams } from '../output/Streams.ts'
import { Columns, groupsOf } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import { rowOf } from '../rows/rowOf.ts'
import { nothingWalked, walkRuns } from '../rows/walkRuns.ts'
import { misuse } from '../Stop.ts'
import type { Source } from '../source.ts'
import type { Lacks } from './Lacks.ts'
import type { Rows } from './writeRows.ts'

const light =
  'id,name,state,createdAt,heartbeatAt,runtime,user,group,jobType,tags,sweepName,notes,commit,entity,project'
const byDefault = [`${light},config.*,summary.*,systemMetrics.*`]

/** The runs of a query, a row each. */
export const runRows = (given: Given, streams: Streams, lacks: Lacks): ((source: Source) => Rows) => {
  if (given.has('keys')) throw misuse('--keys is for export history; for runs write --columns summary.loss.')
  const asked = given.texts('columns')
  const columns = readColumns(asked.length === 0 ? byDefault : asked)
  const limit = limitOf(given) ?? Number.POSITIVE_INFINITY
  const query = {
    filters: readFilters(given.text('filter')),
    order: readOrder(given.text('order')),
    ...selectionOf(columns),
    ...(Number.isFinite(limit) ? { limit } : {}),
  }
  const names = columns.flatMap((column) => (column._tag === 'All' ? [] : [column.name]))
  const read = rowOf(columns)
  return (source) => ({
    columns: new Columns(groupsOf(columns)),
    names: names.length === columns.length ? names : undefined,
    rows: (async function* (): AsyncGenerator<Row> {
      const bar = progressBar(streams, 'runs')
      const walked = nothingWalked()
      try {
        for await (const runs of walkRuns(source, { ...query, project: source.project }, bar, walked))
          yield* runs.map(read)
      } finally {
        bar.stop()
      }
      Object.assign(lacks, { failures: walked.failures, skipped: walked.skipped, complete: walked.complete })
    })(),
  })
}
