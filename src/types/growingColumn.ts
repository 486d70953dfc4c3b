import type { HistoryColumn } from './History.ts'

/** A column under construction: of numbers, until another type of value is added. */
export interface GrowingColumn {
  readonly key: string
  readonly numbers: Float64Array
  readonly present: Uint8Array
  values: Array<unknown> | undefined
}

/** An empty column with room for `capacity` rows. */
export const growingColumn = (key: string, capacity: number): GrowingColumn => ({
  key,
  numbers: new Float64Array(capacity),
  present: new Uint8Array(capacity),
  values: undefined,
})

export const setValue = (column: GrowingColumn, row: number, value: unknown): void => {
  if (column.values !== undefined) column.values[row] = value
  else if (typeof value === 'number') {
    column.numbers[row] = value
    column.present[row] = 1
  } else {
    column.values = Array.from(column.numbers, (number, index) => (column.present[index] === 1 ? number : undefined))
    column.values[row] = value
  }
}

export const clearValue = (column: GrowingColumn, row: number): void => {
  column.present[row] = 0
  if (column.values !== undefined) column.values[row] = undefined
}

/** The finished column of the first `length` rows. */
export const grownColumn = ({ numbers, present, values }: GrowingColumn, length: number): HistoryColumn =>
  values === undefined
    ? Object.freeze({ type: 'number', values: numbers.subarray(0, length), present: present.subarray(0, length) })
    : Object.freeze({ type: 'value', values: Object.freeze(values.slice(0, length)) })
