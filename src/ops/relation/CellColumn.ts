import { isNone } from '../../types/wire/own.ts'
import { compareValues } from '../compareValues.ts'
import { interner } from './interner.ts'

/** Rows by their number in the source; the first `count` of them are meant. */
export type Rows = Uint32Array

/** Keeps the rows that pass a test, in order, at the start of `rows`, and returns how many they are. */
export type Keep = (rows: Rows, count: number) => number

/** Writes rows out of the `count` that start at `from`, in order, and returns how many they are. */
export type SelectRows = (from: number, count: number, rows: Rows) => number

/** The numbers from `low` to `high`, both included; none if one of them is `NaN`. */
export interface NumberRange {
  readonly low: number
  readonly high: number
}

/** A filter of one column as tests of its values, the common ones without a call per value. */
export interface CellTest {
  /** Whether a value passes. */
  readonly passes: (value: unknown) => boolean
  /** The numbers that pass: all, none, or those in a range, and then no other value does; `undefined` if only `passes` knows. */
  readonly numbers: NumberRange | boolean | undefined
  /** The milliseconds of the dates that pass, and then no other value does; `undefined` if only `passes` knows. */
  readonly times: NumberRange | undefined
}

/** Keeps the rows for which a function holds, and returns how many. It is told where in `rows` a row stands, too. */
export const keepWhere = (rows: Rows, count: number, holds: (row: number, at: number) => boolean): number => {
  let kept = 0
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number
    rows[kept] = row
    kept += holds(row, at) ? 1 : 0
  }
  return kept
}

/** Writes a number for each row. */
export type Fill<A> = (rows: Rows, count: number, into: A) => void

/** Numbers rows by the group that they fall in: 0 for the first value and all values equal to it, 1 for the next. */
export interface Classifier {
  /** Writes the group of each row. */
  readonly classify: Fill<Uint32Array>
  /** The first row of each group so far. */
  readonly firstRows: ReadonlyArray<number>
}

/** What rows are sorted by: numbers, with `NaN` for what is missing, or any values. */
export type SortKeys = Float64Array | ReadonlyArray<unknown>

/** What aggregates read of a column: an array for each kind of figure that they need. */
export interface Measures {
  /** The number in each row; `NaN` where there is none. */
  numbers?: Float64Array
  /** The number in each row, or the milliseconds of the date; `NaN` where there is none. */
  times?: Float64Array
  /** 1 for each row with a value other than `null` and `NaN`, 0 for others. */
  presence?: Uint8Array
}

/** One column of records or of a table, as filters, groups, aggregates and orders read it: for many rows in one call. */
export interface CellColumn {
  /** The value in a row. */
  readonly value: (row: number) => unknown
  /** Compiles a test. */
  readonly keeper: (test: CellTest) => Keep
  /** Reads each row once. */
  readonly measure: Fill<Measures>
  /** Makes a classifier of rows. */
  readonly classifier: () => Classifier
  /** The keys of all rows. */
  readonly sortKeys: (rows: Rows) => SortKeys
}

/** Whether a value counts: it is present, and neither `null` nor `NaN`. */
export const hasValue = (value: unknown): boolean => value !== undefined && value !== null && !Number.isNaN(value)

const numberIn = (value: unknown, ofTimes: boolean): number =>
  typeof value === 'number' ? value : ofTimes && value instanceof Date ? value.getTime() : Number.NaN

const isNumber = (value: unknown): boolean => typeof value === 'number'
const isDate = (value: unknown): boolean => value instanceof Date

/** The keys of values: numbers if all that are present are numbers, or all are dates. */
const sortKeysOf = (values: ReadonlyArray<unknown>): SortKeys =>
  [isNumber, isDate].some((isOne) => values.every((value) => isNone(value) || isOne(value)))
    ? Float64Array.from(values, (value) => numberIn(value, true))
    : values

/** Compares two rows by their keys, as `compareValues` does their values. */
export const compareKeys = (keys: SortKeys, direction: 'asc' | 'desc'): ((one: number, other: number) => number) => {
  if (!(keys instanceof Float64Array)) return (one, other) => compareValues(keys[one], keys[other], direction)
  const sign = direction === 'asc' ? 1 : -1
  return (one, other) => {
    const [a, b] = [keys[one] as number, keys[other] as number]
    if (a < b) return -sign
    if (a > b) return sign
    return a === b ? 0 : Number(Number.isNaN(a)) - Number(Number.isNaN(b))
  }
}

/** A column of values that are read one by one: those of any type, or at the end of a path. */
export const valueColumn = (value: (row: number) => unknown): CellColumn => ({
  value,
  keeper:
    ({ passes }) =>
    (rows, count) =>
      keepWhere(rows, count, (row) => passes(value(row))),
  measure: (rows, count, { numbers, times, presence }) => {
    for (let at = 0; at < count; at += 1) {
      const found = value(rows[at] as number)
      if (numbers !== undefined) numbers[at] = numberIn(found, false)
      if (times !== undefined) times[at] = numberIn(found, true)
      if (presence !== undefined) presence[at] = hasValue(found) ? 1 : 0
    }
  },
  classifier: () => {
    const { groupOf } = interner()
    const firstRows: Array<number> = []
    return {
      firstRows,
      classify: (rows, count, into) => {
        for (let at = 0; at < count; at += 1) {
          const row = rows[at] as number
          const group = groupOf(value(row))
          if (group === firstRows.length) firstRows.push(row)
          into[at] = group
        }
      },
    }
  },
  sortKeys: (rows) => sortKeysOf(Array.from(rows, value)),
})
