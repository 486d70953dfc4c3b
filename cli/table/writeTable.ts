import { printTable } from '../../src/ops/table/printTable.ts'
import type { RunTable } from '../../src/query/RunTable.ts'
import { escapeLines } from '../../src/types/wire/escapeControl.ts'
import type { Args } from '../arguments/Command.ts'
import { integerOption } from '../arguments/optionValues.ts'
import { hasColors, paintState } from '../output/colors.ts'
import type { Streams } from '../output/Streams.ts'
import { terminalWidth } from '../output/terminalWidth.ts'
import { write } from '../output/write.ts'
import { toJson } from '../text/toJson.ts'
import { wrap } from '../text/wrap.ts'
import { formatOption, formatTable } from './formats.ts'

/** A result of a command that can be printed in every format. */
export interface TableResult {
  readonly table: RunTable
  /** The line under the table, such as how many rows there are. */
  readonly summary: string
  /** What `--format json` prints. */
  readonly document: () => unknown
  /** What each line of `--format jsonl` has; the rows of the table by default. */
  readonly lines?: ReadonlyArray<unknown> | undefined
}

/** Returns the maximum width of a table: `--width`, else the width of the terminal, else unlimited. */
export const tableWidth = (args: Args, streams: Streams): number =>
  integerOption(args, 'width', 10) ?? terminalWidth(streams) ?? Number.POSITIVE_INFINITY

/** Formats a table for a terminal, and the summary under it. */
const screenText = ({ table, summary }: TableResult, maxWidth: number, streams: Streams): string => {
  const foot = wrap(summary, maxWidth)
  if (table.length === 0) return foot
  const colors = hasColors(streams)
  const text = printTable(table, {
    hidden: 'end',
    maxRows: Number.POSITIVE_INFINITY,
    maxWidth,
    maxColumnWidth: Number.POSITIVE_INFINITY,
    ...(colors ? { paint: (cell, name) => (name === 'state' ? paintState(cell) : cell) } : {}),
  })
  return `${text}\n\n${foot}`
}

/** Returns a result in the format of `--format`. */
export const tableText = (result: TableResult, args: Args, streams: Streams): string => {
  const format = formatOption(args)
  if (format === 'table') return screenText(result, tableWidth(args, streams), streams)
  if (format === 'json') return `${toJson(result.document())}\n`
  if (format === 'jsonl' && result.lines !== undefined) return result.lines.map((line) => `${toJson(line)}\n`).join('')
  const text = formatTable[format](result.table)
  return streams.stdout.isTTY && format !== 'jsonl' ? escapeLines(text) : text
}

/** Prints a result in the format of `--format`. */
export const writeTable = (result: TableResult, args: Args, streams: Streams): Promise<void> =>
  write(streams.stdout, tableText(result, args, streams))
