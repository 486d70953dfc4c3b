import type { Column } from '../../../types/query/Column.ts'
import { interner } from './interner.ts'
import { reads } from './reads.ts'

/** Which group each run is of. */
export interface Classes<K> {
  /** The number of its group for each run, counted in order of first appearance. */
  readonly of: Uint32Array
  /** The key of each group, as its first run has it. */
  readonly keys: ReadonlyArray<K>
}

type Classify<K> = (runs: ReadonlyArray<unknown>) => Classes<K>

const classesOf = <K>(
  runs: ReadonlyArray<unknown>,
  valueIn: (place: number) => unknown,
  keyIn: (place: number) => K,
): Classes<K> => {
  const numberOf = interner()
  const of = new Uint32Array(runs.length)
  const keys: Array<K> = []
  for (let place = 0; place < runs.length; place += 1) {
    const number = numberOf(valueIn(place))
    if (number === keys.length) keys.push(keyIn(place))
    of[place] = number
  }
  return { of, keys }
}

/** Groups runs by a column. */
export const classesBy = (column: Column): Classify<unknown> => {
  const read = reads(column)
  return (runs) => {
    const valueIn = (place: number): unknown => read(runs[place])
    return classesOf(runs, valueIn, valueIn)
  }
}

/** Groups runs by several columns, each within those before it. */
export const classesByAll = (columns: ReadonlyArray<Column>): Classify<ReadonlyArray<unknown>> => {
  const parts = columns.map(classesBy)
  return (runs) => {
    const none: Classes<ReadonlyArray<unknown>> = { of: new Uint32Array(runs.length), keys: [Object.freeze([])] }
    if (runs.length === 0) return { ...none, keys: [] }
    return parts.reduce((outer, part) => {
      const inner = part(runs)
      return classesOf(
        runs,
        // One number for each pair of groups, which no double rounds as long as there are fewer than 2^26 runs.
        (place) => (outer.of[place] as number) * runs.length + (inner.of[place] as number),
        (place) =>
          Object.freeze([
            ...(outer.keys[outer.of[place] as number] as ReadonlyArray<unknown>),
            inner.keys[inner.of[place] as number],
          ]),
      )
    }, none)
  }
}
