import type { Column } from '../../query/Column.ts'
import { columnIssue } from '../../query/filterIssue.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { writeTree } from '../../types/wire/writeTree.ts'
import { columnReader } from '../match/readColumn.ts'
import { copyDate } from '../ownValue.ts'

const leafKey = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  return value instanceof Date ? `time ${value.getTime()}` : `${typeof value} ${String(value)}`
}

const sortedKeys = (dict: object): ReadonlyArray<string> => Object.keys(dict).sort()

const isObjectLike = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Returns a string that is equal for lists, dicts and dates with equal content; dict keys in any order. */
const canonicalKey = (value: object): string => writeTree(value, leafKey, sortedKeys) ?? ''

/** Whether two values fall in the same group: same type and equal, with all `NaN` equal, and 0 equal to -0. */
export const isSameGroup = (one: unknown, other: unknown): boolean =>
  one === other ||
  (isObjectLike(one) && isObjectLike(other)
    ? canonicalKey(one) === canonicalKey(other)
    : Number.isNaN(one) && Number.isNaN(other))

/** Numbers values by group: 0 for the first value and all values equal to it, 1 for the next, and so on. */
export const interner = (): ((value: unknown) => number) => {
  // Map keys compare as groups do (by type and value, one NaN, one 0), except for lists, dicts and dates.
  const primitives = new Map<unknown, number>()
  const objects = new Map<unknown, number>()
  return (value) => {
    const isObject = isObjectLike(value)
    const map = isObject ? objects : primitives
    const key = isObject ? canonicalKey(value) : value
    const found = map.get(key)
    if (found !== undefined) return found
    const next = primitives.size + objects.size
    map.set(key, next)
    return next
  }
}

/** Reads a column without its type: the public signatures ensure that the runs have what the column reads. */
export const untypedReader = (column: Column): ((run: unknown) => unknown) => {
  assertNoIssue('Invalid column', columnIssue(column, []))
  return columnReader(column) as (run: unknown) => unknown
}

/** The group of each run. */
interface Grouping<K> {
  /** The group number of each run; groups are numbered by first appearance. */
  readonly of: Uint32Array
  /** The key of each group, as in its first run. */
  readonly keys: ReadonlyArray<K>
}

type Classify<K> = (runs: ReadonlyArray<unknown>) => Grouping<K>

const classesOf = <K>(
  runs: ReadonlyArray<unknown>,
  valueIn: (index: number) => unknown,
  keyIn: (index: number) => K,
): Grouping<K> => {
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
export const groupingBy = (column: Column): Classify<unknown> => {
  const read = untypedReader(column)
  return (runs) => {
    const valueIn = (index: number): unknown => read(runs[index])
    return classesOf(runs, valueIn, (index) => copyDate(valueIn(index)))
  }
}

/** Groups runs by several columns, each nested in the ones before it. */
export const groupingByAll = (columns: ReadonlyArray<Column>): Classify<ReadonlyArray<unknown>> => {
  const parts = columns.map(groupingBy)
  return (runs) => {
    const none: Grouping<ReadonlyArray<unknown>> = { of: new Uint32Array(runs.length), keys: [Object.freeze([])] }
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
