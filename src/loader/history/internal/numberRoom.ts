import type { NumberColumn } from '../../../types/History.ts'

/** Returns an empty slice of a preallocated column, for some rows of a metric. */
export type NumberRoom = (key: string, start: number, rows: number) => NumberColumn

/**
 * Preallocates number columns of a given length. Their slices form whole columns without copying once all are filled.
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
