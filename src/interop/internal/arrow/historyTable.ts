import type { Table, Vector } from 'apache-arrow'
import { typeName } from '../../../types/codec/typeName.ts'
import { type DecodeFailure, type History, type HistoryColumn, mergeChunks } from '../../../types/index.ts'
import { fieldName } from './fieldName.ts'
import { historyColumn, numbersOf } from './historyColumn.ts'
import { originOf } from './origin.ts'

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
export const historyOfTable = (table: Table): History => {
  const { fields, metadata } = table.schema
  const columns = new Map<string, HistoryColumn>()
  let steps: Vector | null = null
  fields.forEach((field, index) => {
    const vector = table.getChildAt(index)
    if (vector === null) return
    const name = fieldName(field)
    if (name === '_step') steps ??= vector
    else if (!columns.has(name)) columns.set(name, historyColumn(field, vector))
  })
  const all = steps as Vector | null
  const rows = rowsWith(all, table.numRows)
  const { source, sampled, failures } = originOf(metadata)
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
