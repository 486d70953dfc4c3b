import { cellAt } from '../../history/table/cellAt.ts'
import { notTable } from '../../query/notTable.ts'
import type { RunTable } from '../../query/RunTable.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { assertNoIssue, assertOptions, assertWord } from '../../types/wire/argument.ts'
import { escapeControl } from '../../types/wire/escapeControl.ts'
import { jsonText } from '../../types/wire/jsonText.ts'
import { typeName } from '../../types/wire/own.ts'
import { fitWidths } from './fitWidths.ts'
import { cutText, padText, textWidth } from './terminalText.ts'

/**
 * How to print a table.
 *
 * @category Tables
 * @since 0.2.0
 */
export interface PrintOptions {
  /** The maximum number of rows: the first and the last half of them are shown; 20 by default. */
  readonly maxRows?: number | undefined
  /** The maximum width of a line in characters, such as `process.stdout.columns`; 100 by default. */
  readonly maxWidth?: number | undefined
  /** The maximum width of a column; 40 by default. */
  readonly maxColumnWidth?: number | undefined
  /** The number of significant digits; 6 by default. Integers have all. */
  readonly digits?: number | undefined
  /**
   * Which columns are left out if not all fit: those in the middle, so that the first and the last are shown, or those at
   * the end; `'middle'` by default.
   */
  readonly hidden?: 'end' | 'middle' | undefined
  /** Whether the type of each column is under its name; `false` by default. */
  readonly types?: boolean | undefined
  /**
   * Adds escape sequences, such as those of colors, to the cells of rows: receives the text of a cell, padded to the width
   * of its column, and the column's name.
   */
  readonly paint?: ((text: string, name: string) => string) | undefined
}

const defaults = { maxRows: 20, maxWidth: 100, maxColumnWidth: 40, digits: 6 } as const

type Limits = Readonly<Record<keyof typeof defaults, number>>

const readLimits = (options: PrintOptions): Limits => {
  assertOptions('The options of printTable', options, [...Object.keys(defaults), 'hidden', 'types', 'paint'])
  if (options.hidden !== undefined) assertWord('hidden of printTable', options.hidden, ['end', 'middle'])
  const limits: Record<string, number> = {}
  for (const [name, byDefault] of Object.entries(defaults)) {
    const value: unknown = options[name as keyof typeof defaults] ?? byDefault
    const isCount =
      typeof value === 'number' && value >= 1 && (Number.isInteger(value) || value === Number.POSITIVE_INFINITY)
    if (!isCount) {
      const shown = typeof value === 'number' ? String(value) : typeName(value)
      assertNoIssue('The options of printTable', {
        field: name,
        reason: `must be a positive integer, or Infinity, got ${shown}`,
      })
    }
    limits[name] = value as number
  }
  if (options.paint !== undefined && typeof options.paint !== 'function')
    assertNoIssue('The options of printTable', {
      field: 'paint',
      reason: `must be a function, got ${typeName(options.paint)}`,
    })
  return limits as Limits
}

const GAP = 2
const MISSING = '–'
/** More digits than this say nothing about a number. */
const MAX_DIGITS = 16

/** A number whose digits before the point are all there, and others as far as they are significant. */
const numberText = (value: number, digits: number): string => {
  if (Number.isInteger(value) || !Number.isFinite(value) || digits > MAX_DIGITS) return String(value)
  return Math.abs(value) >= 10 ** digits ? String(Math.round(value)) : String(Number(value.toPrecision(digits)))
}

const timeText = (time: Date): string =>
  Number.isNaN(time.getTime())
    ? MISSING
    : time
        .toISOString()
        .replace('T', ' ')
        .replace(/(\.\d+)?Z$/, '')

const printedCell = (value: unknown, { digits, maxColumnWidth }: Limits): string => {
  if (value === undefined) return MISSING
  if (typeof value === 'number') return numberText(value, digits)
  if (value instanceof Date) return timeText(value)
  const text = typeof value === 'string' ? value : (jsonText(value) ?? MISSING)
  return cutText(escapeControl(text.length > 10_000 ? `${text.slice(0, 10_000)}…` : text), maxColumnWidth)
}

const isNumeric = ({ type }: TableColumn): boolean => type === 'number' || type === 'integer'

const typeText = (column: TableColumn): string => {
  if (column.type === 'list') return `list of ${typeText(column.items)}`
  return column.type
}

/** A column as it is printed. */
interface PrintedColumn {
  readonly texts: ReadonlyArray<string>
  readonly width: number
  readonly canCut: boolean
  readonly align: 'left' | 'right'
}

const printedColumn = (
  name: string,
  column: TableColumn,
  rows: ReadonlyArray<number>,
  limits: Limits,
  withType: boolean,
): PrintedColumn => {
  const head = withType ? [name, typeText(column)] : [name]
  const texts = [
    ...head.map((text) => cutText(escapeControl(text), limits.maxColumnWidth)),
    ...rows.map((row) => printedCell(cellAt(column, row), limits)),
  ]
  return {
    texts,
    width: texts.reduce((most, text) => Math.max(most, textWidth(text)), 1),
    canCut: !isNumeric(column) && column.type !== 'time',
    align: isNumeric(column) ? 'right' : 'left',
  }
}

const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en-US')} more ${noun}${number === 1 ? '' : 's'}`

/** The names of columns that do not fit, as far as a line holds them. */
const hiddenText = (names: ReadonlyArray<string>, maxWidth: number): ReadonlyArray<string> =>
  names.length === 0
    ? []
    : [cutText(`… ${count(names.length, 'column')}: ${escapeControl(names.slice(0, 100).join(', '))}`, maxWidth)]

/** The positions of the columns, the most important first: from the start, or from both ends in turn. */
const byImportance = (length: number, hidden: 'end' | 'middle'): ReadonlyArray<number> =>
  Array.from({ length }, (_, at) => {
    if (hidden === 'end') return at
    return at % 2 === 0 ? at / 2 : length - (at + 1) / 2
  })

/** The positions of the rows to show, and after how many of them some are left out. */
const shownRows = (
  length: number,
  maxRows: number,
): { readonly rows: ReadonlyArray<number>; readonly first: number } => {
  if (length <= maxRows) return { rows: Array.from({ length }, (_, row) => row), first: length }
  const first = Math.ceil(maxRows / 2)
  const hidden = length - maxRows
  return { rows: Array.from({ length: maxRows }, (_, at) => (at < first ? at : at + hidden)), first }
}

/**
 * Formats a table as text for a terminal: names in a header, then a line per row. Nothing is printed: pass the result to
 * `console.log`.
 *
 * Numbers are right-aligned and have six significant digits, times are in UTC, lists and dicts are JSON. A missing value is
 * `–`, and `null` is `null`. Of a long table, the first and the last rows are shown. Long strings are cut. If the columns still
 * do not fit, the first and the last are shown, and the last line names the others. Control characters are replaced with
 * visible symbols.
 *
 * @param table - The table.
 * @param options - How many rows and columns to show, and how.
 * @returns Lines without a line break at the end.
 * @throws `TypeError` if the table or an option is not one, or not a positive integer.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { printTable, runTable } from 'wandb-run-ops/ops'
 *
 * const runs = [{ state: 'finished', summary: { loss: 0.123456789 } }, { state: 'crashed', summary: {} }]
 * const table = runTable(runs, { state: column.state, loss: column.summary('loss') })
 *
 * printTable(table).split('\n') // => ['state         loss', 'finished  0.123457', 'crashed          –']
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const printTable = (table: RunTable, options: PrintOptions = {}): string => {
  assertNoIssue('Invalid argument of printTable', notTable(table))
  const limits = readLimits(options)
  if (table.names.length === 0) return '(no columns)'
  const { rows, first } = shownRows(table.length, limits.maxRows)
  const withTypes = options.types === true
  const paint = options.paint ?? ((text: string) => text)
  const candidates = byImportance(table.names.length, options.hidden ?? 'middle').slice(0, limits.maxWidth)
  const printed = candidates.map((at) => {
    const name = table.names[at] as string
    return { at, name, ...printedColumn(name, table.columns[name] as TableColumn, rows, limits, withTypes) }
  })
  const columns = fitWidths(printed, limits.maxWidth, GAP)
    .map((shown, index) => ({ ...(printed[index] as (typeof printed)[number]), shown }))
    .sort((one, other) => one.at - other.at)
  const shownAt = new Set(columns.map(({ at }) => at))
  const headLines = withTypes ? 2 : 1
  const lines = Array.from({ length: headLines + rows.length }, (_, line) =>
    columns
      .map(({ name, texts, align, shown }) => {
        const text = padText(cutText(texts[line] as string, shown), shown, align)
        return line < headLines ? text : paint(text, name)
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
  if (rows.length < table.length) lines.splice(headLines + first, 0, `… ${count(table.length - rows.length, 'row')}`)
  if (table.length === 0) lines.push('(no rows)')
  return [
    ...lines,
    ...hiddenText(
      table.names.filter((_, at) => !shownAt.has(at)),
      limits.maxWidth,
    ),
  ].join('\n')
}
