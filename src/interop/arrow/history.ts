import { DataType, type Field, type Table, type Vector } from 'apache-arrow'
import { mergeChunks } from '../../history/mergeChunks.ts'
import type { History, HistoryColumn } from '../../types/run/History.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { freezeParsed } from '../../types/wire/freeze.ts'
import { typeName } from '../../types/wire/own.ts'
import { fieldName, isJson } from './field.ts'
import { decodeHistoryMetadata } from './origin.ts'
import { fromJson, plainValue } from './values.ts'

/** The presence mask: 1 for each row with a value. */
const presentIn = (vector: Vector): Uint8Array =>
  vector.nullCount === 0
    ? new Uint8Array(vector.length).fill(1)
    : Uint8Array.from({ length: vector.length }, (_, row) => (vector.isValid(row) ? 1 : 0))

/** The numbers of an Arrow column; doubles in one chunk are not copied. */
const numbersOf = (vector: Vector): Float64Array => {
  if (DataType.isFloat(vector.type) && vector.ArrayType === Float64Array) return vector.toArray()
  return Float64Array.from({ length: vector.length }, (_, row) => Number(vector.get(row)))
}

/** Converts an Arrow column to a history column. */
const fromArrowColumn = (field: Field, vector: Vector): HistoryColumn => {
  if (DataType.isFloat(field.type) || DataType.isInt(field.type))
    return Object.freeze({ type: 'number', values: numbersOf(vector), present: presentIn(vector) })
  const read = isJson(field) ? fromJson : plainValue
  const values = Array.from(vector, (value: unknown) => freezeParsed(read(value)) ?? undefined)
  return Object.freeze({ type: 'value', values: Object.freeze(values) })
}

const noStep = (index: number, actual: unknown): DecodeFailure =>
  Object.freeze({ path: Object.freeze(['_step']), expected: 'number', actual: typeName(actual), index })

const selectRows = (column: HistoryColumn, rows: ReadonlyArray<number>): HistoryColumn =>
  column.type === 'value'
    ? { type: 'value', values: rows.map((row) => column.values[row]) }
    : {
        type: 'number',
        values: Float64Array.from(rows, (row) => column.values[row] as number),
        present: Uint8Array.from(rows, (row) => column.present[row] as number),
      }

/** The indices of the rows with a finite step. */
const rowsWith = (steps: Vector | null, length: number): ReadonlyArray<number> =>
  Array.from({ length }, (_, row) => row).filter(
    (row) => steps?.isValid(row) === true && Number.isFinite(Number(steps.get(row))),
  )

/** Reads the history in a table; rows without a step are failures. */
export const historyFromTable = (table: Table): History => {
  const { fields, metadata } = table.schema
  const columns = new Map<string, HistoryColumn>()
  let steps: Vector | null = null
  fields.forEach((field, index) => {
    const vector = table.getChildAt(index)
    if (vector === null) return
    const name = fieldName(field)
    if (name === '_step') steps ??= vector
    else if (!columns.has(name)) columns.set(name, fromArrowColumn(field, vector))
  })
  const all = steps as Vector | null
  const rows = rowsWith(all, table.numRows)
  const { source, sampled, failures } = decodeHistoryMetadata(metadata)
  if (all !== null && rows.length === table.numRows)
    return mergeChunks([{ steps: numbersOf(all), columns }], { source, sampled, failures })

  const valid = new Set(rows)
  const invalid = Array.from({ length: table.numRows }, (_, row) => row).filter((row) => !valid.has(row))
  return mergeChunks(
    [
      {
        steps: Float64Array.from(rows, (row) => Number(all?.get(row))),
        columns: new Map([...columns].map(([name, column]) => [name, selectRows(column, rows)])),
      },
    ],
    { source, sampled, failures: [...failures, ...invalid.map((row) => noStep(row, all?.get(row) ?? undefined))] },
  )
}
