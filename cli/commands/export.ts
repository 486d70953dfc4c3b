import type { Command, Given } from '../arguments/Command.ts'
import { filterOptions, helpOptions, projectOptions } from '../arguments/common.ts'
import { formatOf, isBinary } from '../export/formats.ts'
import { historyRows } from '../export/historyRows.ts'
import type { Lacks } from '../export/Lacks.ts'
import { runRows } from '../export/runRows.ts'
import { type Rows, writeRows } from '../export/writeRows.ts'
import { complain } from '../output/complain.ts'
import { count } from '../output/count.ts'
import { openSink } from '../output/Sink.ts'
import type { Streams } from '../output/Streams.ts'
import { misuse } from '../Stop.ts'
import { type Source, withSource } from '../source.ts'

/** Counts the rows that go by. */
async function* counted<A>(rows: AsyncIterable<A>, onRow: () => void): AsyncGenerator<A> {
  for await (const row of rows) {
    onRow()
    yield row
  }
}

const rowsOf = (given: Given, streams: Streams, lacks: Lacks): ((source: Source) => Rows) => {
  const [what = 'runs', ...paths] = given.positionals
  if (what === 'history') return historyRows(given, streams, paths, lacks)
  if (what !== 'runs') throw misuse(`"${what}" cannot be exported: write export runs or export history.`)
  if (paths[0] !== undefined) throw misuse(`"${paths[0]}" is one word too many. --filter chooses among the runs.`)
  return runRows(given, streams, lacks)
}

const write = async (given: Given, streams: Streams): Promise<number> => {
  const output = given.text('output')
  const format = formatOf(given.text('format'), output)
  const toStdout = output === undefined || output === '-'
  if (toStdout && isBinary(format) && streams.stdout.isTTY)
    throw misuse(`A terminal cannot show ${format}: add --output runs.${format}.`)
  const lacks: Lacks = { failures: [], skipped: 0, complete: true }
  const rows = rowsOf(given, streams, lacks)
  let length = 0
  await withSource(given, streams, async (source) => {
    const found = rows(source)
    const sink = await openSink(output, streams)
    const passing = counted(found.rows, () => {
      length += 1
    })
    await writeRows(format, { ...found, rows: passing }, { escapeFormulas: given.has('escape-formulas') }, sink)
    await sink.finish()
  })
  if (!toStdout) streams.stderr.write(`${count(length, 'row')} in ${output}.\n`)
  return complain(streams, lacks)
}

/** Writes runs or histories into files. */
export const exporting: Command = {
  name: 'export',
  summary: 'Write runs, or what they logged over time, as CSV, JSON lines, Parquet or Arrow.',
  usage: '[runs | history [entity/project/id …]] [options]',
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'file',
      help: 'The file; stdout by default. Its ending is the format.',
    },
    format: { type: 'string', value: 'name', help: 'csv, jsonl, parquet or arrow; csv by default.' },
    ...projectOptions,
    ...filterOptions,
    columns: {
      type: 'string',
      short: 'c',
      multiple: true,
      value: 'names',
      help: 'Of runs: name,config.lr,summary.* and so on; everything by default.',
    },
    keys: { type: 'string', short: 'k', multiple: true, value: 'names', help: 'Of histories: only these metrics.' },
    limit: { type: 'string', short: 'n', value: 'number', help: 'How many runs; all by default.' },
    'escape-formulas': { type: 'boolean', help: "In CSV, put ' before texts that a spreadsheet takes for formulas." },
    ...helpOptions,
  },
  examples: [
    'export --project team/vision --output runs.parquet',
    'export runs --sandbox --columns name,config.*,summary.accuracy > runs.csv',
    'export history --project team/vision --keys loss --output losses.arrow',
    'export history team/vision/a1b2c3d4 team/vision/e5f6a7b8 --format jsonl',
  ],
  run: write,
}
