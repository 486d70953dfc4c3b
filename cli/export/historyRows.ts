import * as E from 'fp-ts/lib/Either.js'
import { isPerRunError, lastingErrorsInARow } from '../../src/client/graphql/mapRuns.ts'
import { loadHistory } from '../../src/loader/index.ts'
import type { Args } from '../arguments/Command.ts'
import { keysOption, limitOption } from '../arguments/optionValues.ts'
import { runFilter } from '../arguments/runFilter.ts'
import { readOrder } from '../columns/readOrder.ts'
import { resolveRunPath } from '../load/resolveRunPath.ts'
import { emptyTally, runBatches } from '../load/runBatches.ts'
import type { Source } from '../load/source.ts'
import { loadFailed, usageError } from '../output/ExitError.ts'
import { type ProgressBar, progressBar } from '../output/progressBar.ts'
import type { Streams } from '../output/Streams.ts'
import { Columns } from '../rows/Columns.ts'
import { historyRow } from '../rows/historyRow.ts'
import type { Row } from '../rows/Row.ts'
import type { ExportReport, Rows } from './writeRows.ts'

/** The column with the id of the run. As with `_step`, the leading `_` keeps it apart from metric names. */
const RUN = '_run'

/** Yields the runs to export, each as `loadHistory` accepts it, with its id. */
async function* runsOf(
  source: Source,
  args: Args,
  paths: ReadonlyArray<string>,
  report: ExportReport,
  bar: ProgressBar,
) {
  if (paths.length > 0) {
    for (const [at, text] of paths.entries()) {
      const run = resolveRunPath(source, text)
      yield { run, id: text.split(/[/:]/).at(-1) as string }
      bar.update(at + 1, paths.length)
    }
    return
  }
  const limit = limitOption(args) ?? Number.POSITIVE_INFINITY
  const query = {
    filters: runFilter(args),
    order: readOrder(args),
    ...(Number.isFinite(limit) ? { limit } : {}),
  }
  const tally = emptyTally()
  for await (const runs of runBatches(source, { ...query, fields: [], project: source.project }, bar, tally))
    for (const run of runs) yield { run, id: run.id as string }
  report.failures.push(...tally.failures)
  report.skipped += tally.skipped
  report.complete &&= tally.complete || tally.limited
}

/** Opens the rows of `export history`, one per step, run after run. */
export const historyRows = (
  args: Args,
  streams: Streams,
  paths: ReadonlyArray<string>,
  report: ExportReport,
): ((source: Source) => Rows) => {
  if (args.has('columns')) throw usageError('--columns is for export runs; for histories write --keys loss,accuracy.')
  if (paths.length > 0 && ['filter', 'state', 'created', 'order', 'limit'].some(args.has))
    throw usageError(
      '--filter, --state, --created, --order and --limit cannot be combined with run paths: they select among the runs of a project.',
    )
  const keys = keysOption(args)
  // Fails on invalid options before anything is opened.
  runFilter(args)
  readOrder(args)
  limitOption(args)
  const names = keys === undefined ? undefined : [...new Set([RUN, '_step', ...keys])]
  return (source) => ({
    columns: new Columns([RUN, '_step']),
    names,
    types: new Map([
      [RUN, 'text'],
      ['_step', 'integer'],
    ]),
    rows: (async function* (): AsyncGenerator<Row> {
      const bar = progressBar(streams, 'runs')
      const lasting = lastingErrorsInARow()
      try {
        for await (const { run, id } of runsOf(source, args, paths, report, bar)) {
          const loaded = await loadHistory({ run, keys })(source.client)()
          lasting.add(E.isLeft(loaded) ? loaded.left : undefined)
          if (E.isLeft(loaded)) {
            // A run that was named must load; when a whole project is exported, a single failing run is only reported.
            const isOfRun = isPerRunError(loaded.left) && lasting.expected() === undefined
            if (paths.length > 0 || !isOfRun) throw loadFailed(loaded.left)
            report.failures.push({ path: ['history'], expected: 'rows', actual: loaded.left._tag, runId: id })
            continue
          }
          const history = loaded.right
          for (const failure of history.failures) report.failures.push({ ...failure, runId: id })
          for (let row = 0; row < history.length; row += 1) yield [[RUN, id], ...historyRow(history, row)]
        }
      } finally {
        bar.stop()
      }
    })(),
  })
}
