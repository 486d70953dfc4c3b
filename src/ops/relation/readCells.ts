import { memberAt } from '../../query/keyPath.ts'
import type { UnknownRecord } from '../../types/wire/own.ts'

/** What a cell holds. */
export const MISSING = 0
export const NULL = 1
export const FALSE = 2
export const TRUE = 3
export const NUMBER = 4
export const OTHER = 5

/** The cells of one column in a block of rows, read out of objects. */
export interface Cells {
  /** What each cell holds. */
  readonly kinds: Uint8Array
  /** The number of each cell; `NaN` for one without. */
  readonly numbers: Float64Array
  /** The value of each cell that is neither missing, `null`, a number nor a boolean. */
  readonly others: Array<unknown>
  /** How many such cells there are. */
  otherCount: number
}

export const makeCells = (size: number): Cells => ({
  kinds: new Uint8Array(size),
  numbers: new Float64Array(size),
  others: new Array<unknown>(size).fill(undefined),
  otherCount: 0,
})

const fixed: ReadonlyArray<unknown> = [undefined, null, false, true]

/** The value of a cell. */
export const cellValue = ({ kinds, numbers, others }: Cells, at: number): unknown => {
  const kind = kinds[at] as number
  return kind === NUMBER ? numbers[at] : kind === OTHER ? others[at] : fixed[kind]
}

/** Part of each loop below: what is inlined there stores a number as it is, without an object. Returns 1 for another value. */
const put = (kinds: Uint8Array, numbers: Float64Array, others: Array<unknown>, at: number, value: unknown): 0 | 1 => {
  if (typeof value === 'number') {
    kinds[at] = NUMBER
    numbers[at] = value
    return 0
  }
  numbers[at] = Number.NaN
  if (typeof value === 'boolean') kinds[at] = value ? TRUE : FALSE
  else if (value === undefined) kinds[at] = MISSING
  else if (value === null) kinds[at] = NULL
  else {
    kinds[at] = OTHER
    others[at] = value
    return 1
  }
  return 0
}

const base: UnknownRecord = Object.prototype as never

/**
 * Whether all properties that an object has are its own or those of `Object.prototype`. Comparing the constructor is no
 * part of the answer: after it, V8 knows the prototype without looking.
 */
const isPlain = (value: unknown): value is UnknownRecord =>
  typeof value === 'object' &&
  value !== null &&
  (value as UnknownRecord)['constructor'] === Object &&
  Object.getPrototypeOf(value) === base

/** Returns the object that has the cell: the record, or a dict of it. */
export type ObjectOf = (record: unknown) => unknown

type Loop = (records: ReadonlyArray<unknown>, rows: Uint32Array, count: number, of: ObjectOf, cells: Cells) => number

type MakeLoop = (key: string) => Loop

/**
 * V8's inline caches are per place in the source, so each of these loops reads one key only, but for the last, which reads
 * all others. Relations over records take a third less time than with one loop.
 */
const loops: ReadonlyArray<MakeLoop> = [
  (key) =>
    (records, rows, count, of, { kinds, numbers, others }) => {
      let otherCount = 0
      for (let at = 0; at < count; at += 1) {
        const object = of(records[rows[at] as number])
        otherCount += put(kinds, numbers, others, at, isPlain(object) ? object[key] : memberAt(object, key))
      }
      return otherCount
    },
  (key) =>
    (records, rows, count, of, { kinds, numbers, others }) => {
      let otherCount = 0
      for (let at = 0; at < count; at += 1) {
        const object = of(records[rows[at] as number])
        otherCount += put(kinds, numbers, others, at, isPlain(object) ? object[key] : memberAt(object, key))
      }
      return otherCount
    },
  (key) =>
    (records, rows, count, of, { kinds, numbers, others }) => {
      let otherCount = 0
      for (let at = 0; at < count; at += 1) {
        const object = of(records[rows[at] as number])
        otherCount += put(kinds, numbers, others, at, isPlain(object) ? object[key] : memberAt(object, key))
      }
      return otherCount
    },
  (key) =>
    (records, rows, count, of, { kinds, numbers, others }) => {
      let otherCount = 0
      for (let at = 0; at < count; at += 1) {
        const object = of(records[rows[at] as number])
        otherCount += put(kinds, numbers, others, at, isPlain(object) ? object[key] : memberAt(object, key))
      }
      return otherCount
    },
  (key) =>
    (records, rows, count, of, { kinds, numbers, others }) => {
      let otherCount = 0
      for (let at = 0; at < count; at += 1) {
        const object = of(records[rows[at] as number])
        otherCount += put(kinds, numbers, others, at, isPlain(object) ? object[key] : memberAt(object, key))
      }
      return otherCount
    },
  (key) =>
    (records, rows, count, of, { kinds, numbers, others }) => {
      let otherCount = 0
      for (let at = 0; at < count; at += 1) {
        const object = of(records[rows[at] as number])
        otherCount += put(kinds, numbers, others, at, isPlain(object) ? object[key] : memberAt(object, key))
      }
      return otherCount
    },
  (key) =>
    (records, rows, count, of, { kinds, numbers, others }) => {
      let otherCount = 0
      for (let at = 0; at < count; at += 1) {
        const object = of(records[rows[at] as number])
        otherCount += put(kinds, numbers, others, at, isPlain(object) ? object[key] : memberAt(object, key))
      }
      return otherCount
    },
]

const makeSlowLoop: MakeLoop =
  (key) =>
  (records, rows, count, of, { kinds, numbers, others }) => {
    let otherCount = 0
    for (let at = 0; at < count; at += 1)
      otherCount += put(kinds, numbers, others, at, memberAt(of(records[rows[at] as number]), key))
    return otherCount
  }

const known = /* @__PURE__ */ new Map<string, Loop>()

const fastLoop = (key: string): Loop => {
  const found = known.get(key)
  if (found !== undefined) return found
  const isLast = known.size >= loops.length - 1
  const loop = (loops[isLast ? loops.length - 1 : known.size] as MakeLoop)(key)
  if (!isLast) known.set(key, loop)
  return loop
}

/** Reads the cells of some rows. */
export type ReadCells = (rows: Uint32Array, count: number, cells: Cells) => void

/** Returns a reader of one key in an object of each record; own properties only. */
export const keyReader = (records: ReadonlyArray<unknown>, of: ObjectOf, key: string): ReadCells => {
  // A key that every object inherits is read where it is sure to be an own one.
  const loop = key in base ? makeSlowLoop(key) : fastLoop(key)
  return (rows, count, cells) => {
    cells.otherCount = loop(records, rows, count, of, cells)
  }
}

/** Returns a reader of any value of each record. */
export const valueReader =
  (value: (row: number) => unknown): ReadCells =>
  (rows, count, cells) => {
    const { kinds, numbers, others } = cells
    let otherCount = 0
    for (let at = 0; at < count; at += 1) otherCount += put(kinds, numbers, others, at, value(rows[at] as number))
    cells.otherCount = otherCount
  }
