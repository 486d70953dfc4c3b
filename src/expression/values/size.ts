import { type Cells, EvaluationError } from './cells.ts'
import type { Cell } from './LibraryOperation.ts'

/** The largest value that an expression may create, in elements; it bounds memory and time. */
const MAX_SIZE = 10_000_000

const sizes = new WeakMap<object, number>()

/** Counts the values in a list or dict built by an expression, shared values at each occurrence; any other value is 1. */
export const sizeOf = (cells: Cells, cell: Cell): number => {
  const value = cells.valueOf(cell)
  if (typeof value !== 'object' || value === null) return 1
  const known = sizes.get(value)
  if (known !== undefined || !Array.isArray(value)) return known ?? 1
  let size = 1
  for (const item of value) size += sizeOf(cells, item)
  sizes.set(value, size)
  return size
}

/** Stops an evaluation whose value grows by being nested repeatedly. */
export const assertSize = (size: number): void => {
  if (size > MAX_SIZE)
    throw new EvaluationError(
      `This creates more than ${MAX_SIZE} elements.`,
      'Filter or limit the lists before combining them.',
    )
}

/** Records the size of a value built from parts; stops the evaluation if it is too large. */
export const recordSize = <A extends object>(cells: Cells, made: A, parts: ReadonlyArray<Cell>): A => {
  let size = 1
  let hasParts = false
  for (const part of parts) {
    const isPart = typeof part === 'object' && part !== null
    hasParts ||= isPart
    size += isPart ? sizeOf(cells, part) : 1
  }
  assertSize(size)
  if (hasParts) sizes.set(made, size)
  return made
}
