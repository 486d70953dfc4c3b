import * as E from 'fp-ts/lib/Either.js'
import { loadHistory, sampleHistory } from '../../src/loader/index.ts'
import { tableRows } from '../../src/ops/table/tableRows.ts'
import type { RunTable } from '../../src/query/RunTable.ts'
import type { History } from '../../src/types/index.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { integerOption, keysOption, limitOption } from '../arguments/optionValues.ts'
import { onePositional } from '../arguments/positionals.ts'
import { projectOptions } from '../arguments/sharedOptions.ts'
import { reportUnknownMetrics } from '../hints/unknownKeys.ts'
import { resolveRunPath } from '../load/resolveRunPath.ts'
import { type Source, withSource } from '../load/source.ts'
import { loadFailed, usageError } from '../output/ExitError.ts'
import { progressBar } from '../output/progressBar.ts'
import { reportProblems } from '../output/reportProblems.ts'
import type { Streams } from '../output/Streams.ts'
import { historyRow } from '../rows/historyRow.ts'
import { rowTable } from '../rows/rowTable.ts'
import { formatOption, formatOptions } from '../table/formats.ts'
import { tableWidth, writeTable } from '../table/writeTable.ts'
import { pluralize } from '../text/pluralize.ts'

/** The default number of rows in a table. */
const DEFAULT_LIMIT = 20

const load = async (source: Source, run: string, args: Args, streams: Streams) => {
  const [keys, samples] = [keysOption(args), integerOption(args, 'samples')]
  const [minStep, maxStep] = [integerOption(args, 'min-step', 0), integerOption(args, 'max-step', 0)]
  if (samples !== undefined && (minStep !== undefined || maxStep !== undefined))
    throw usageError('--samples cannot be combined with --min-step or --max-step: the server samples all rows.')
  const bar = progressBar(streams, 'rows')
  const onProgress = ({ loaded, total }: { readonly loaded: number; readonly total: number | undefined }): void =>
    bar.update(loaded, total)
  const loaded =
    samples === undefined
      ? await loadHistory({ run, keys, minStep, maxStep, onProgress })(source.client)()
      : await sampleHistory({ run, keys, samples })(source.client)()
  bar.stop()
  if (E.isLeft(loaded)) throw loadFailed(loaded.left)
  return loaded.right
}

const tableOf = (history: History, shown: number): RunTable => {
  const table = rowTable(new Map([['_step', 'integer']]))
  for (let row = 0; row < shown; row += 1) table.add(historyRow(history, row))
  return table.build([...new Set(['_step', ...history.keys])])
}

const summaryOf = ({ length, sampled }: History, shown: number): string => {
  const all = sampled ? `${pluralize(length, 'row')} sampled by the server` : pluralize(length, 'row')
  return shown < length ? `First ${shown} of ${all}. Use --limit all to show all.` : `${all}.`
}

const runHistory = async (args: Args, streams: Streams): Promise<number> => {
  const text = onePositional(args, 'Missing the run: write history entity/project/id.')
  const format = formatOption(args)
  tableWidth(args, streams)
  const isForScreen = format === 'table' || format === 'markdown'
  const limit = limitOption(args) ?? (isForScreen ? DEFAULT_LIMIT : Number.POSITIVE_INFINITY)
  return withSource(args, streams, async (source) => {
    const run = resolveRunPath(source, text)
    const history = await load(source, run, args, streams)
    const { length, keys, sampled, failures } = history
    const shown = Math.min(length, limit)
    const table = tableOf(history, shown)
    const document = () => ({
      run,
      length,
      keys,
      source: history.source,
      sampled,
      failures,
      rows: tableRows(table),
    })
    await writeTable({ table, summary: summaryOf(history, shown), document }, args, streams)
    const hasValue = (key: string): boolean => keys.includes(key) && length > 0
    await reportUnknownMetrics(
      source,
      streams,
      run,
      (keysOption(args) ?? []).filter((key) => key !== '_step' && !hasValue(key)),
    )
    return reportProblems(streams, { failures, skipped: 0, complete: true })
  })
}

/** Shows the history of a run. */
export const historyCommand: Command = {
  name: 'history',
  group: 'Runs',
  summary: 'Show the complete history of a run.',
  usage: '<entity/project/id> [options]',
  options: {
    keys: {
      type: 'string',
      short: 'k',
      repeatable: true,
      value: 'names',
      help: 'Only these metrics: loss,accuracy; defaults to all.',
    },
    'min-step': { type: 'string', value: 'step', help: 'The first step to include.' },
    'max-step': { type: 'string', value: 'step', help: 'The step to stop before.' },
    samples: { type: 'string', value: 'number', help: 'Let the server sample this many rows, in one request.' },
    limit: {
      type: 'string',
      short: 'n',
      value: 'number',
      help: `The maximum number of rows, or all; defaults to ${DEFAULT_LIMIT} in a table and in Markdown, else to all.`,
    },
    ...projectOptions,
    ...formatOptions,
  },
  examples: [
    'history team/vision/a1b2c3d4 --keys train/loss,val/loss',
    'history a1b2c3d4 --project team/vision --min-step 1000 --json',
  ],
  run: runHistory,
}
