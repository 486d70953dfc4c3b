import type { Column } from '../../query/Column.ts'
import type { Filter } from '../../query/Filter.ts'
import type { Bitmap } from '../../types/table/Bitmap.ts'
import type { IntegerVector, TableColumn, TextVector } from '../../types/table/TableColumn.ts'
import { hasCell } from '../../types/table/Validity.ts'
import type { CellTest, NumberRange, SelectRows } from './CellColumn.ts'
import { cellTest } from './cellTest.ts'
import { BLOCK } from './RowSource.ts'

/** One bit for each row of a block, the lowest first, as a bitmap has them; 0 for rows after the last. */
export type RowBits = Int32Array

/** Clears the bits of the rows that do not pass, among the `count` that start at `from`, which is at the start of a block. */
type KeepBits = (bits: RowBits, from: number, count: number) => void

const keepSet = (bitmap: Bitmap, bits: RowBits, from: number, isSet: boolean): void => {
  const flip = isSet ? 0 : -1
  for (let word = 0; word < bits.length; word += 1) {
    const old = bits[word] as number
    if (old === 0) continue
    const byte = (from >>> 3) + word * 4
    const read =
      (bitmap[byte] as number) |
      ((bitmap[byte + 1] as number) << 8) |
      ((bitmap[byte + 2] as number) << 16) |
      ((bitmap[byte + 3] as number) << 24)
    bits[word] = old & (read ^ flip)
  }
}

/** Keeps the rows whose number, times a sign, is at most a bound. */
const keepAtMost = (
  numbers: Float64Array,
  from: number,
  bits: RowBits,
  count: number,
  sign: 1 | -1,
  bound: number,
): void => {
  const whole = count >>> 5
  for (let word = 0; word < whole; word += 1) {
    const old = bits[word] as number
    if (old === 0) continue
    let passed = 0
    for (let bit = 0; bit < 32; bit += 8) {
      const at = from + word * 32 + bit
      // Without branches, which a processor mispredicts, and with shifts that are constant.
      const eight =
        +(sign * (numbers[at] as number) <= bound) |
        (+(sign * (numbers[at + 1] as number) <= bound) << 1) |
        (+(sign * (numbers[at + 2] as number) <= bound) << 2) |
        (+(sign * (numbers[at + 3] as number) <= bound) << 3) |
        (+(sign * (numbers[at + 4] as number) <= bound) << 4) |
        (+(sign * (numbers[at + 5] as number) <= bound) << 5) |
        (+(sign * (numbers[at + 6] as number) <= bound) << 6) |
        (+(sign * (numbers[at + 7] as number) <= bound) << 7)
      passed |= eight << bit
    }
    bits[word] = old & passed
  }
  if (whole === bits.length) return
  let passed = 0
  for (let bit = 0; bit < (count & 31); bit += 1)
    passed |= +(sign * (numbers[from + whole * 32 + bit] as number) <= bound) << bit
  bits[whole] = (bits[whole] as number) & passed
}

const keepRange = (
  numbers: Float64Array,
  from: number,
  bits: RowBits,
  count: number,
  { low, high }: NumberRange,
): void => {
  // Most ranges have one bound.
  if (high < Number.POSITIVE_INFINITY || low === Number.NEGATIVE_INFINITY)
    keepAtMost(numbers, from, bits, count, 1, high)
  if (low !== Number.NEGATIVE_INFINITY) keepAtMost(numbers, from, bits, count, -1, -low)
}

const UNKNOWN = 2

/** Tests each distinct text once, when a row has it. */
const textKeeper = ({ indices, dictionary }: TextVector, passes: (text: unknown) => boolean): KeepBits => {
  const outcomes = new Uint8Array(dictionary.length).fill(UNKNOWN)
  return (bits, from) => {
    for (let word = 0; word < bits.length; word += 1) {
      const old = bits[word] as number
      const start = from + word * 32 + 31
      let passed = 0
      for (let left = old; left !== 0; left &= left - 1) {
        const lowest = left & -left
        const code = indices[start - Math.clz32(lowest)] as number
        let outcome = outcomes[code] as number
        if (outcome === UNKNOWN) {
          outcome = passes(dictionary[code]) ? 1 : 0
          outcomes[code] = outcome
        }
        if (outcome === 1) passed |= lowest
      }
      bits[word] = passed
    }
  }
}

/** The integers of a column as doubles; `NaN` for rows without one. */
export const integersOf = (column: IntegerVector): Float64Array => {
  const numbers = Float64Array.from(column.values)
  if (column.valid !== undefined)
    for (let row = 0; row < numbers.length; row += 1) if (!hasCell(column, row)) numbers[row] = Number.NaN
  return numbers
}

/** Compiles a test of a column; `undefined` if rows have to be tested one by one. */
const bitKeeper = (column: TableColumn, test: CellTest): KeepBits | undefined => {
  const { passes } = test
  const { valid } = column
  switch (column.type) {
    case 'number':
    case 'integer':
    case 'time': {
      const range = column.type === 'time' ? test.times : test.numbers
      if (typeof range !== 'object') return undefined
      const numbers = column.type === 'integer' ? integersOf(column) : column.values
      return (bits, from, count) => keepRange(numbers, from, bits, count, range)
    }
    case 'boolean':
    case 'text': {
      if (valid !== undefined && (passes(undefined) || passes(null))) return undefined
      const isBoolean = column.type === 'boolean'
      if (isBoolean && passes(true) === passes(false)) return undefined
      const { values } = column as { readonly values: Bitmap }
      const isSet = isBoolean && passes(true)
      const keep: KeepBits = isBoolean
        ? (bits, from) => keepSet(values, bits, from, isSet)
        : textKeeper(column as TextVector, passes)
      if (valid === undefined) return keep
      return (bits, from, count) => {
        keepSet(valid, bits, from, true)
        keep(bits, from, count)
      }
    }
    default:
      return undefined
  }
}

/** The column of a table that reads the same; `undefined` if none does. */
type SameAs = (column: Column) => TableColumn | undefined

const keepersOf = (filter: Filter, sameAs: SameAs): ReadonlyArray<KeepBits | undefined> => {
  switch (filter._tag) {
    case 'And':
      return filter.filters.flatMap((part) => keepersOf(part, sameAs))
    case 'Or':
    case 'Not':
      return [undefined]
    default: {
      const column = sameAs(filter.column)
      return [column && bitKeeper(column, cellTest(filter))]
    }
  }
}

/** Fills the bits of the rows that pass, among the `count` that start at `from`. */
export type FillBits = (from: number, count: number, bits: RowBits) => void

/** The bits of a block. */
export const blockBits = (): RowBits => new Int32Array(BLOCK / 32)

/** Compiles the conditions of a conjunction, or of none, for all rows of a block at once; `undefined` if one has to be tested row by row. */
export const fastBits = (filter: Filter | undefined, sameAs: SameAs): FillBits | undefined => {
  const keepers = filter === undefined ? [] : keepersOf(filter, sameAs)
  if (!keepers.every((keep) => keep !== undefined)) return undefined
  return (from, count, bits) => {
    bits.fill(-1)
    if (count < BLOCK) {
      const whole = count >>> 5
      bits.fill(0, whole)
      bits[whole] = (1 << (count & 31)) - 1
    }
    for (const keep of keepers) keep(bits, from, count)
  }
}

/** Selects the rows whose bits a filter leaves. */
export const selectBits = (fill: FillBits): SelectRows => {
  const bits = blockBits()
  return (from, count, rows) => {
    fill(from, count, bits)
    let kept = 0
    for (let word = 0; word < bits.length; word += 1) {
      const start = from + word * 32 + 31
      for (let left = bits[word] as number; left !== 0; left &= left - 1) {
        rows[kept] = start - Math.clz32(left & -left)
        kept += 1
      }
    }
    return kept
  }
}
