import type { Field, Table } from 'apache-arrow'
import { invalidQuery } from '../../query/Filter.ts'
import { notTable } from '../../query/notTable.ts'
import { makeRunTable, type NamedColumn, type RunTable } from '../../query/RunTable.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { assertNoIssue, assertOptions } from '../../types/wire/argument.ts'
import { isObject } from '../../types/wire/own.ts'
import { arrowTable } from './arrowTable.ts'
import { fieldName, fieldSource, jsonExtension, jsonMark } from './field.ts'
import { columnFromVector } from './fromVector.ts'
import { arrowColumn } from './tableColumn.ts'

/**
 * How a table is converted to Arrow.
 *
 * @category Interop
 * @since 0.2.0
 */
export interface ArrowOptions {
  /**
   * Whether JSON columns have Arrow's extension type `arrow.json`; `true` by default. Without it they are plain strings, for
   * readers that refuse extension types.
   */
  readonly jsonExtension?: boolean | undefined
}

/**
 * Converts a table of runs to an Arrow table, with the same rows and columns, without copying its arrays.
 *
 * Integers are `Int32`, or `Int64` if one has more than 32 bits; numbers are `Float64`, where NaN is a number; times are
 * `Timestamp` in milliseconds, UTC, an invalid date null; strings are `Dictionary` of `Utf8`; booleans are `Bool`; lists are `List`, those of
 * strings `List` of `Utf8`. Objects and values of several types are JSON in `Utf8`, with the extension type `arrow.json`;
 * NaN and the infinities in it are the strings `"NaN"`, `"Infinity"` and `"-Infinity"`.
 *
 * Arrow has no missing values: they and `null` are both null, except in JSON, where `null` is the string `null`. A lone
 * surrogate, which UTF-8 cannot encode, becomes U+FFFD. What a column reads of a run is in the metadata of its field.
 *
 * @param table - The table.
 * @param options - How JSON is marked.
 * @returns A table of one batch. It shares its arrays with the table of runs, so never write to them; only `Int64`,
 *   `Timestamp`, JSON and the distinct strings are new.
 * @throws `TypeError` if the table is not one, or an option does not exist.
 * @example
 * ```ts
 * import { tableToIPC } from 'apache-arrow'
 * import { tableToArrow } from 'wandb-run-ops/arrow'
 * import { runTable } from 'wandb-run-ops/ops'
 * import { column } from 'wandb-run-ops/query'
 *
 * const runs = [
 *   { tags: ['best'], config: { epochs: 10 }, summary: { loss: 0.25 } },
 *   { tags: [], config: { epochs: 20 }, summary: {} },
 * ]
 * const columns = { tags: column.tags, epochs: column.config('epochs'), loss: column.summary('loss') }
 * const table = tableToArrow(runTable(runs, columns))
 *
 * table.schema.fields.map(({ type }) => String(type)) // => ['List<Utf8>', 'Int32', 'Float64']
 * table.getChild('loss')?.toJSON() // => [0.25, null]
 * tableToIPC(table, 'file').length > 0 // => true
 * ```
 * @category Interop
 * @since 0.2.0
 */
export const tableToArrow = (table: RunTable, options: ArrowOptions = {}): Table => {
  assertOptions('The options of tableToArrow', options, ['jsonExtension'])
  assertNoIssue('Invalid argument of tableToArrow', notTable(table))
  const mark = options.jsonExtension === false ? jsonMark : jsonExtension
  const columns = table.names.map((name) =>
    arrowColumn({ name, column: table.columns[name] as TableColumn, source: table.sources[name] }, table.length, mark),
  )
  return arrowTable(table.length, columns)
}

const assertUnique = (fields: ReadonlyArray<Field>): void => {
  const names = fields.map(fieldName)
  const seen = new Set<string>()
  const twice = names.find((name) => seen.size === seen.add(name).size)
  const issue = { field: `column ${JSON.stringify(twice)}`, reason: 'is there twice: rename one' }
  assertNoIssue('Invalid Arrow table', twice === undefined ? undefined : issue)
}

/**
 * Converts an Arrow table to a table of runs, with the same rows and columns.
 *
 * Types are found from the values, as in `runTable`: doubles that are all whole numbers become integers. Integers beyond
 * 2^53 are rounded, times finer than milliseconds are cut, decimals become numbers, and structs and maps become objects.
 * Columns of the extension type `arrow.json` are parsed. Null is a missing value.
 *
 * @param table - A table of one or more batches.
 * @returns The table of runs. In a table of one batch, doubles, 32-bit integers, booleans and dictionaries of strings that
 *   have the layout of a table of runs share their arrays with it.
 * @throws `TypeError` if it is not an Arrow table, or two columns have the same name.
 * @example
 * ```ts
 * import { tableFromArrays, tableFromIPC, tableToIPC } from 'apache-arrow'
 * import { tableFromArrow, tableToArrow } from 'wandb-run-ops/arrow'
 * import { runTable } from 'wandb-run-ops/ops'
 *
 * const table = runTable([{ config: { lr: 0.1 } }, { config: { lr: 0.2 } }])
 * const bytes = tableToIPC(tableToArrow(table))
 *
 * tableFromArrow(tableFromIPC(bytes)).columns['config.lr'] // => table.columns['config.lr']
 * tableFromArrow(tableFromArrays({ seed: [1, 2] })).columns['seed']?.type // => 'integer'
 * ```
 * @category Interop
 * @since 0.2.0
 */
export const tableFromArrow = (table: Table): RunTable => {
  const isTable = isObject(table) && isObject(table.schema) && Array.isArray(table.schema.fields)
  const issue = isTable ? undefined : invalidQuery(['table'], 'must be an Arrow table, such as tableFromIPC(bytes)')
  assertNoIssue('Invalid argument of tableFromArrow', issue)
  const { fields } = table.schema
  assertUnique(fields)
  const columns = fields.flatMap((field, index): ReadonlyArray<NamedColumn> => {
    const vector = table.getChildAt(index)
    if (vector === null) return []
    return [{ name: fieldName(field), column: columnFromVector(field, vector), source: fieldSource(field) }]
  })
  return makeRunTable(table.numRows, columns)
}
