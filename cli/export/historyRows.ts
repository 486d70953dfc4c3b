import * as E from 'fp-ts/lib/Either.js'
import { loadHistory } from '../../src/loader/index.ts'
import { isOfOneRun } from '../../src/loader/internal/paging/isOfOneRun.ts'
import type { Given } from '../arguments/Command.ts'
import { readFilters } from '../arguments/readFilters.ts'
import { readKeys } from '../arguments/readKeys.ts'
import { limitOf } from '../arguments/wholeNumber.ts'
import { readOrder } from '../columns/readOrder.ts'
import { type ProgressBar, progressBar } from '../output/progressBar.ts'
import type { Streams } from '../output/Streams.ts'
import { Columns } from '../rows/Columns.ts'
import { historyRow } from '../rows/historyRow.ts'
import type { Row } from '../rows/Row.ts'
import { runIn } from '../rows/runIn.ts'
import { nothingWalked, walkRuns } from '../rows/walkRuns.ts'
import { misuse, notLoaded } from '../Stop.ts'
import type { Source } from '../source.ts'
import type { Lacks } from './Lacks.ts'
import type { Rows } from './writeRows.ts'

/** The column that says whose row it is. Names that begin so are W&B's own, as `_step` is. */
const RUN = '_run'

/** The runs whose histories are asked for, by what `loadHistory` takes, with their ids. */
async function* runsOf(source: Source, given: Given, paths: ReadonlyArray<string>, lacks: Lacks, bar: ProgressBar) {
  if (paths.length > 0) {
    for (const [at, text] of paths.entries()) {
      const run = runIn(source, text)
      yield { run, id: text.split(/[/:]/).at(-1) as string }
      bar.follow(at + 1, paths.length)
    }
    return
  }
  const limit = limitOf(given) ?? Number.POSITIVE_INFINITY
  const query = {
    filters: readFilters(given.text('filter')),
    order: readOrder(given.text('order')),
    ...(Number.isFinite(limit) ? { limit } : {}),
  }
  const walked = nothingWalked()
  for await (const runs of walkRuns(source, { ...query, fields: [], project: source.project }, bar, walked))
    for (const run of runs) yield { run, id: run.id as string }
  lacks.failures.push(...walked.failures)
  lacks.skipped += walked.skipped
  lacks.complete &&= walked.complete
}

/** All that some runs logged: a row a step, the runs one after the other. */
export const historyRows = (
  given: Given,
  streams: Streams,
  paths: ReadonlyArray<string>,
  lacks: Lacks,
): ((source: Source) => Rows) => {
  if (given.has('columns')) throw misuse('--columns is for export runs; for histories write --keys loss,accuracy.')
  if (paths.length > 0 && ['filter', 'order', 'limit'].some(given.has))
    throw misuse('--filter, --order and --limit choose among the runs of a project, and here the runs are named.')
  const keys = readKeys(given)
  readFilters(given.text('filter'))
  readOrder(given.text('order'))
  limitOf(given)
  const names = keys === undefined ? undefined : [...new Set([RUN, '_step', ...keys])]
  return (source) => ({
    columns: new Columns([RUN, '_step']),
    names,
    rows: (async function* (): AsyncGenerator<Row> {
      const bar = progressBar(streams, 'runs')
      try {
        for await (const { run, id } of runsOf(source, given, paths, lacks, bar)) {
          const loaded = await loadHistory({ run, keys })(source.client)()
          if (E.isLeft(loaded)) {
            // Who names a run wants that one; of all runs of a project, one that cannot be had is told with the answer.
            if (paths.length > 0 || !isOfOneRun(loaded.left)) throw notLoaded(loaded.left)
            lacks.failures.push({ path: ['history'], expected: 'rows', actual: loaded.left._tag, runId: id })
            continue
          }
          const history = loaded.right
          for (const failure of history.failures) lacks.failures.push({ ...failure, runId: id })
          for (let row = 0; row < history.length; row += 1) yield [[RUN, id], ...historyRow(history, row)]
        }
      } finally {
        bar.stop()
      }
    })(),
  })
}
