import * as E from 'fp-ts/lib/Either.js'
import { loadHistory, sampleHistory } from '../../src/loader/index.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { integerOption, keysOption, limitOption } from '../arguments/optionValues.ts'
import { onePositional } from '../arguments/positionals.ts'
import { projectOptions, tableOptions } from '../arguments/sharedOptions.ts'
import { resolveRunPath } from '../load/resolveRunPath.ts'
import { type Source, withSource } from '../load/source.ts'
import { loadFailed, usageError } from '../output/ExitError.ts'
import { progressBar } from '../output/progressBar.ts'
import { reportProblems } from '../output/reportProblems.ts'
import type { Streams } from '../output/Streams.ts'
import { write } from '../output/write.ts'
import { Columns } from '../rows/Columns.ts'
import { historyRow } from '../rows/historyRow.ts'
import { rowsTable, tableWidth } from '../table/rowsTable.ts'
import { pluralize } from '../text/pluralize.ts'
import { toJson } from '../text/toJson.ts'

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

const runHistory = async (args: Args, streams: Streams): Promise<number> => {
  const text = onePositional(args, 'Missing the run: write history entity/project/id.')
  const maxWidth = tableWidth(args, streams)
  const asJson = args.has('json')
  const limit = limitOption(args) ?? (asJson ? Number.POSITIVE_INFINITY : DEFAULT_LIMIT)
  const { run, history } = await withSource(args, streams, async (source) => {
    const path = resolveRunPath(source, text)
    return { run: path, history: await load(source, path, args, streams) }
  })
  const { length, keys, source, sampled, failures } = history
  const shown = Math.min(length, limit)
  const rows = Array.from({ length: shown }, (_, row) => historyRow(history, row))
  if (asJson) {
    const objects = rows.map((row) => Object.fromEntries(row))
    await write(streams.stdout, `${toJson({ run, length, keys, source, sampled, failures, rows: objects })}\n`)
  } else {
    const columns = new Columns(['_step', ...keys])
    for (const row of rows) columns.addRow(row)
    const all = sampled ? `${pluralize(length, 'row')} sampled by the server` : pluralize(length, 'row')
    const summary = shown < length ? `First ${shown} of ${all}. Use --limit all to show all.` : `${all}.`
    await write(streams.stdout, rowsTable(rows, columns, maxWidth, summary, 'Use --keys to choose columns.'))
  }
  return reportProblems(streams, { failures, skipped: 0, complete: true })
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
      help: `The maximum number of rows, or all; defaults to ${DEFAULT_LIMIT} in a table and all in JSON.`,
    },
    ...projectOptions,
    ...tableOptions,
  },
  examples: [
    'history team/vision/a1b2c3d4 --keys train/loss,val/loss',
    'history a1b2c3d4 --project team/vision --min-step 1000 --json',
  ],
  run: runHistory,
}
