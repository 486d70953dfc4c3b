import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { filterOptions, projectOptions } from '../arguments/sharedOptions.ts'
import { formatOf, formats, isBinary } from '../export/formats.ts'
import { historyRows } from '../export/historyRows.ts'
import { runRows } from '../export/runRows.ts'
import { type ExportReport, type Rows, writeRows } from '../export/writeRows.ts'
import { type Source, withSource } from '../load/source.ts'
import { usageError } from '../output/ExitError.ts'
import { reportProblems } from '../output/reportProblems.ts'
import { openSink } from '../output/Sink.ts'
import type { Streams } from '../output/Streams.ts'
import { pluralize } from '../text/pluralize.ts'

/** Calls `onRow` for each row. */
async function* tapRows<A>(rows: AsyncIterable<A>, onRow: () => void): AsyncGenerator<A> {
  for await (const row of rows) {
    onRow()
    yield row
  }
}

const openRows = (args: Args, streams: Streams, report: ExportReport): ((source: Source) => Rows) => {
  const [what = 'runs', ...paths] = args.positionals
  if (what === 'history') return historyRows(args, streams, paths, report)
  if (what !== 'runs') throw usageError(`Cannot export "${what}": write export runs or export history.`)
  if (paths[0] !== undefined) throw usageError(`Unexpected argument "${paths[0]}". Use --filter to select runs.`)
  return runRows(args, streams, report)
}

const runExport = async (args: Args, streams: Streams): Promise<number> => {
  const output = args.value('output')
  const format = formatOf(args.value('format'), output)
  const toStdout = output === undefined || output === '-'
  if (toStdout && isBinary(format) && streams.stdout.isTTY)
    throw usageError(`Cannot write binary ${format} to a terminal: add --output runs.${format}.`)
  const report: ExportReport = { failures: [], skipped: 0, complete: true }
  const rows = openRows(args, streams, report)
  let length = 0
  await withSource(args, streams, async (source) => {
    const found = rows(source)
    const sink = await openSink(output, streams)
    const passing = tapRows(found.rows, () => {
      length += 1
    })
    await writeRows(format, { ...found, rows: passing }, { escapeFormulas: args.has('escape-formulas') }, sink)
    await sink.finish()
  })
  if (!toStdout) streams.stderr.write(`Wrote ${pluralize(length, 'row')} to ${escapeControl(output)}.\n`)
  return reportProblems(streams, report)
}

/** Writes runs or histories to a file. */
export const exportCommand: Command = {
  name: 'export',
  group: 'Files',
  summary: 'Write runs or their histories as CSV, JSON lines, Parquet or Arrow.',
  words: ['runs', 'history'],
  usage: '[runs | history [entity/project/id …]] [options]',
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'file',
      help: 'The file to write; defaults to stdout. Its extension selects the format.',
    },
    format: { type: 'string', value: 'name', choices: formats, help: 'The format; defaults to csv.' },
    ...projectOptions,
    ...filterOptions,
    columns: {
      type: 'string',
      short: 'c',
      repeatable: true,
      value: 'names',
      help: 'For runs: name,config.lr,summary.* and so on; defaults to all.',
    },
    keys: {
      type: 'string',
      short: 'k',
      repeatable: true,
      value: 'names',
      help: 'For histories: only these metrics; defaults to all.',
    },
    limit: { type: 'string', short: 'n', value: 'number', help: 'The maximum number of runs; defaults to all.' },
    'escape-formulas': {
      type: 'boolean',
      help: "In CSV, put ' before strings that a spreadsheet would treat as formulas.",
    },
  },
  examples: [
    'export --project team/vision --output runs.parquet',
    'export runs --sandbox --columns name,config.*,summary.accuracy > runs.csv',
    'export history --project team/vision --keys loss --output losses.arrow',
    'export history team/vision/a1b2c3d4 team/vision/e5f6a7b8 --format jsonl',
  ],
  run: runExport,
}
