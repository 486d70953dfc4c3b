import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Direction } from '../../types/query/Direction.ts'
import { compareValues } from '../compareValues.ts'

/** Orders records by a value read from them. */
export const ordBy = <R>(read: (record: R) => unknown, direction: Direction = 'asc'): Ord<R> => {
  const compare = (first: R, second: R): -1 | 0 | 1 => compareValues(read(first), read(second), direction)
  return { equals: (first, second) => compare(first, second) === 0, compare }
}
