import { type Bitmap, hasBit } from './Bitmap.ts'

/** Which rows of a table column have a value, and which an explicit `null`. */
export interface Validity {
  /** The rows that have a value other than `null`; `undefined` if all have. */
  readonly valid: Bitmap | undefined
  /** The rows that have an explicit `null`; `undefined` if none has. Rows in neither bitmap have no value. */
  readonly nulls: Bitmap | undefined
}

/** Returns whether a row of a column has a value other than `null`. */
export const hasCell = ({ valid }: Validity, row: number): boolean => valid === undefined || hasBit(valid, row)

/** Returns whether a row of a column has an explicit `null`. */
export const hasNull = ({ nulls }: Validity, row: number): boolean => nulls !== undefined && hasBit(nulls, row)
