import { numberType } from '../../Type.ts'
import { elementOf } from '../elementOf.ts'
import type { Cell, LibraryParameter } from '../LibraryOperation.ts'

/** A function of an element and its index. */
export type RowFunction = (row: Cell, index: number) => Cell

/** A parameter for such a function. */
export const rowFunction = (name: string, description: string): LibraryParameter => ({
  name,
  type: 'function',
  description,
  frame: (receiver) => [elementOf(receiver), numberType],
})
