import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import type { Args } from '../arguments/Command.ts'
import { integerOption } from '../arguments/optionValues.ts'
import type { Streams } from '../output/Streams.ts'
import { terminalWidth } from '../output/terminalWidth.ts'
import type { Columns } from '../rows/Columns.ts'
import type { Row } from '../rows/Row.ts'
import { pluralize } from '../text/pluralize.ts'
import { wrap } from '../text/wrap.ts'
import { tableText } from './tableText.ts'

/** Formats rows as a table, followed by a summary and the names of the columns that did not fit. */
export const rowsTable = (
  rows: ReadonlyArray<Row>,
  columns: Columns,
  maxWidth: number,
  summary: string,
  hint: string,
): string => {
  const names = columns.names()
  const cells = rows.map((row) => {
    const byName = new Map(row)
    return names.map((name) => byName.get(name))
  })
  const { text, hiddenNames } = rows.length === 0 ? { text: '', hiddenNames: [] } : tableText(names, cells, maxWidth)
  const hidden =
    hiddenNames.length === 0
      ? ''
      : wrap(
          `${pluralize(hiddenNames.length, 'more column')} not shown: ${escapeControl(hiddenNames.join(', '))}. ${hint}`,
          maxWidth,
        )
  return `${text}${text === '' ? '' : '\n'}${wrap(summary, maxWidth)}${hidden}`
}

/** Returns the maximum width of a table: `--width`, else the width of the terminal, else unlimited. */
export const tableWidth = (args: Args, streams: Streams): number =>
  integerOption(args, 'width', 10) ?? terminalWidth(streams) ?? Number.POSITIVE_INFINITY
