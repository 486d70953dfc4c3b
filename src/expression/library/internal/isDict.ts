import { receiverOf } from '../../typeOf.ts'
import type { Cell } from '../LibraryOperation.ts'

/** Whether a value is a dict that is not a record. */
export const isDict = (value: unknown): value is Readonly<Record<string, Cell>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  receiverOf(value) === undefined
