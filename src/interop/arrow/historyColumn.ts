import { Field } from 'apache-arrow'
import { tableColumnBuilder } from '../../history/table/tableColumnBuilder.ts'
import type { HistoryColumn } from '../../types/run/History.ts'
import type { Bitmap } from '../../types/table/Bitmap.ts'
import type { IntegerVector, NumberVector, TableColumn } from '../../types/table/TableColumn.ts'
import { validBits } from './buffers.ts'
import type { ArrowColumn } from './field.ts'
import { arrowColumn } from './tableColumn.ts'

/** Numbers as integers if all are; otherwise they are shared. */
const numbers = (values: Float64Array, has: (row: number) => boolean, valid: Bitmap | undefined): TableColumn => {
  const shared: NumberVector = { type: 'number', values, valid, nulls: undefined }
  let isWide = false
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number
    if (!has(row)) continue
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) return shared
    isWide ||= (value | 0) !== value
  }
  const whole = isWide ? new Float64Array(values.length) : new Int32Array(values.length)
  for (let row = 0; row < values.length; row += 1) if (has(row)) whole[row] = values[row] as number
  const integers: IntegerVector = { ...shared, type: 'integer', values: whole }
  return integers
}

const tableColumn = (column: HistoryColumn): TableColumn => {
  if (column.type === 'number') {
    const { values, present } = column
    const has = (row: number): boolean => present[row] === 1
    const valid = validBits(values.length, has)
    return numbers(values, has, valid)
  }
  const cells = tableColumnBuilder({ capacity: column.values.length })
  for (const value of column.values) cells.push(value)
  return cells.build()
}

/** Converts a metric. */
export const metricColumn = (name: string, column: HistoryColumn): ArrowColumn =>
  arrowColumn({ name, column: tableColumn(column) }, column.values.length)

/** The non-null column `_step` of a history. */
export const stepColumn = (steps: Float64Array): ArrowColumn => {
  const { data } = arrowColumn({ name: '_step', column: numbers(steps, () => true, undefined) }, steps.length)
  return { field: new Field('_step', data.type, false), data }
}
