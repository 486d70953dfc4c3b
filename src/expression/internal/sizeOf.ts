import type { Cell } from '../library/LibraryOperation.ts'
import type { Cells } from './cells.ts'
import { Stop } from './Stop.ts'

/** More values than this in one value are more than anyone looks at, and memory and time to go through them. */
const LARGEST = 10_000_000

const sizes = new WeakMap<object, number>()

/**
 * How many values there are in a list or in a dict that an expression made, those that stand in several places counted in
 * each. What is not made by an expression counts as one.
 */
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

/** Ends an evaluation in which a value has grown by standing in itself over and over. */
export const refuseHuge = (size: number): void => {
  if (size > LARGEST)
    throw new Stop(`This makes more than ${LARGEST} elements.`, 'Filter or limit the lists before they are combined.')
}

/** Remembers the size of what an expression makes of parts; ends the evaluation where it is too large. */
export const measure = <A extends object>(cells: Cells, made: A, parts: ReadonlyArray<Cell>): A => {
  let size = 1
  let hasParts = false
  for (const part of parts) {
    const isPart = typeof part === 'object' && part !== null
    hasParts ||= isPart
    size += isPart ? sizeOf(cells, part) : 1
  }
  refuseHuge(size)
  if (hasParts) sizes.set(made, size)
  return made
}
