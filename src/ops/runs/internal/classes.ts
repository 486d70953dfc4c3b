import type { Column } from '../../../types/query/Column.ts'
import { interner } from './interner.ts'
import { reads } from './reads.ts'

/** The group of each run. */
export interface Classes<K> {
  /** The group number of each run; groups are numbered by first appearance. */
  readonly of: Uint32Array
  /** The key of each group, as in its first run. */
  readonly keys: ReadonlyArray<K>
}

type Classify<K> = (runs: ReadonlyArray<unknown>) => Classes<K>

const classesOf = <K>(
  runs: ReadonlyArray<unknown>,
  valueIn: (index: number) => unknown,
  keyIn: (index: number) => K,
): Classes<K> => {
  const numberOf = interner()
  const of = new Uint32Array(runs.length)
  const keys: Array<K> = []
  for (let index = 0; index < runs.length; index += 1) {
    const number = numberOf(valueIn(index))
    if (number === keys.length) keys.push(keyIn(index))
    of[index] = number
  }
  return { of, keys }
}

/** Groups runs by a column. */
export const classesBy = (column: Column): Classify<unknown> => {
  const read = reads(column)
  return (runs) => {
    const valueIn = (index: number): unknown => read(runs[index])
    return classesOf(runs, valueIn, valueIn)
  }
}

/** Groups runs by several columns, each nested in the ones before it. */
export const classesByAll = (columns: ReadonlyArray<Column>): Classify<ReadonlyArray<unknown>> => {
  const parts = columns.map(classesBy)
  return (runs) => {
    const none: Classes<ReadonlyArray<unknown>> = { of: new Uint32Array(runs.length), keys: [Object.freeze([])] }
    if (runs.length === 0) return { ...none, keys: [] }
    return parts.reduce((outer, part) => {
      const inner = part(runs)
      return classesOf(
        runs,
        // One number per pair of groups: an exact integer for fewer than 2^26 runs.
        (index) => (outer.of[index] as number) * runs.length + (inner.of[index] as number),
        (index) =>
          Object.freeze([
            ...(outer.keys[outer.of[index] as number] as ReadonlyArray<unknown>),
            inner.keys[inner.of[index] as number],
          ]),
      )
    }, none)
  }
}
