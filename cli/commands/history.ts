import * as E from 'fp-ts/lib/Either.js'
import { loadHistory, sampleHistory } from '../../src/loader/index.ts'
import type { Command, Given } from '../arguments/Command.ts'
import { helpOptions, projectOptions, tableOptions } from '../arguments/common.ts'
import { onePositional } from '../arguments/positionals.ts'
import { readKeys } from '../arguments/readKeys.ts'
import { limitOf, wholeNumber } from '../arguments/wholeNumber.ts'
import { json } from '../json.ts'
import { complain } from '../output/complain.ts'
import { count } from '../output/count.ts'
import { progressBar } from '../output/progressBar.ts'
import type { Streams } from '../output/Streams.ts'
import { write } from '../output/write.ts'
import { Columns } from '../rows/Columns.ts'
import { historyRow } from '../rows/historyRow.ts'
import { runIn } from '../rows/runIn.ts'
import { misuse, notLoaded } from '../Stop.ts'
import { type Source, withSource } from '../source.ts'
import { roomOf } from '../table/roomOf.ts'
import { rowsTable } from '../table/rowsTable.ts'

/** How many rows a table shows where nobody says. */
const SHOWN = 20

const load = async (source: Source, run: string, given: Given, streams: Streams) => {
  const [keys, samples] = [readKeys(given), wholeNumber(given, 'samples')]
  const [minStep, maxStep] = [wholeNumber(given, 'min-step', 0), wholeNumber(given, 'max-step', 0)]
  if (samples !== undefined && (minStep !== undefined || maxStep !== undefined))
    throw misuse('--samples does not go with --min-step and --max-step: the server chooses among all rows.')
  const bar = progressBar(streams, 'rows')
  const onProgress = ({ loaded, total }: { readonly loaded: number; readonly total: number | undefined }): void =>
    bar.follow(loaded, total)
  const loaded =
    samples === undefined
      ? await loadHistory({ run, keys, minStep, maxStep, onProgress })(source.client)()
      : await sampleHistory({ run, keys, samples })(source.client)()
  bar.stop()
  if (E.isLeft(loaded)) throw notLoaded(loaded.left)
  return loaded.right
}

const show = async (given: Given, streams: Streams): Promise<number> => {
  const text = onePositional(given, 'Which run? Write history entity/project/id.')
  const room = roomOf(given, streams)
  const asJson = given.has('json')
  const limit = limitOf(given) ?? (asJson ? Number.POSITIVE_INFINITY : SHOWN)
  const { run, history } = await withSource(given, streams, async (source) => {
    const path = runIn(source, text)
    return { run: path, history: await load(source, path, given, streams) }
  })
  const { length, keys, source, sampled, failures } = history
  const shown = Math.min(length, limit)
  const rows = Array.from({ length: shown }, (_, row) => historyRow(history, row))
  if (asJson) {
    const objects = rows.map((row) => Object.fromEntries(row))
    await write(streams.stdout, `${json({ run, length, keys, source, sampled, failures, rows: objects })}\n`)
  } else {
    const columns = new Columns(['_step', ...keys])
    for (const row of rows) columns.see(row)
    const all = sampled ? `${count(length, 'row')} that the server chose` : count(length, 'row')
    const told = shown < length ? `The first ${shown} of ${all}. --limit all shows all.` : `${all}.`
    await write(streams.stdout, rowsTable(rows, columns, room, told, '--keys chooses others.'))
  }
  return complain(streams, { failures, skipped: 0, complete: true })
}

/** Shows what a run logged over time. */
export const history: Command = {
  name: 'history',
  summary: 'Show what a run logged over time, every row of it.',
  usage: '<entity/project/id> [options]',
  options: {
    keys: { type: 'string', short: 'k', multiple: true, value: 'names', help: 'Only these metrics: loss,accuracy' },
    'min-step': { type: 'string', value: 'step', help: 'The first step.' },
    'max-step': { type: 'string', value: 'step', help: 'The step behind the last.' },
    samples: { type: 'string', value: 'number', help: 'Let the server choose so many rows, which is one request.' },
    limit: {
      type: 'string',
      short: 'n',
      value: 'number',
      help: `How many rows; ${SHOWN} in a table, all in JSON, or all.`,
    },
    ...projectOptions,
    ...tableOptions,
    ...helpOptions,
  },
  examples: [
    'history team/vision/a1b2c3d4 --keys train/loss,val/loss',
    'history a1b2c3d4 --project team/vision --min-step 1000 --json',
  ],
  run: show,
}
