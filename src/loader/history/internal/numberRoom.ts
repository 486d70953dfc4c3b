import type { NumberColumn } from '../../../types/History.ts'

/** Where the numbers of a metric go: those of some rows, from one on. Nothing is in it yet. */
export type NumberRoom = (key: string, start: number, rows: number) => NumberColumn

/**
 * Room for the numbers of so many rows: what is put there, part by part, is a whole column when the last part is there,
 * and need not be copied to become one.
 */
export const numberRoom = (length: number): NumberRoom => {
  const columns = new Map<string, NumberColumn>()
  const columnOf = (key: string): NumberColumn => {
    const known = columns.get(key)
    if (known !== undefined) return known
    const column: NumberColumn = {
      type: 'number',
      values: new Float64Array(length),
      present: new Uint8Array(length),
    }
    columns.set(key, column)
    return column
  }
  return (key, start, rows) => {
    const { type, values, present } = columnOf(key)
    return { type, values: values.subarray(start, start + rows), present: present.subarray(start, start + rows) }
  }
}
