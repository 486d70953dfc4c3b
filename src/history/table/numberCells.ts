import { hasBit } from '../../types/table/Bitmap.ts'
import type { IntegerVector, NumberVector, TimeVector } from '../../types/table/TableColumn.ts'
import type { Validity } from '../../types/table/Validity.ts'
import type { Cells } from './Cells.ts'
import { exactly, grown } from './grown.ts'

/** Numbers under construction: integers of 32 bits, until another number is set. */
export interface NumberCells {
  ints: Int32Array | undefined
  doubles: Float64Array
  areIntegers: boolean
}

const NO_DOUBLES = /* @__PURE__ */ new Float64Array(0)

export const numberCells = (capacity: number): NumberCells => ({
  ints: new Int32Array(capacity),
  doubles: NO_DOUBLES,
  areIntegers: true,
})

/** A column of numbers without any value. */
export const noNumbers = (): NumberCells => ({ ints: undefined, doubles: NO_DOUBLES, areIntegers: false })

const isMinusZero = (value: number): boolean => value === 0 && 1 / value < 0

const setDouble = (cells: NumberCells, row: number, value: number): void => {
  if (cells.areIntegers && (!Number.isSafeInteger(value) || isMinusZero(value))) cells.areIntegers = false
  if (row >= cells.doubles.length) cells.doubles = grown(cells.doubles, row + 1)
  cells.doubles[row] = value
}

const setAnyNumber = (cells: NumberCells, row: number, value: number): void => {
  const { ints } = cells
  if (ints === undefined) setDouble(cells, row, value)
  else if ((value | 0) === value && !isMinusZero(value)) {
    cells.ints = row < ints.length ? ints : grown(ints, row + 1)
    cells.ints[row] = value
  } else {
    cells.doubles = new Float64Array(ints)
    cells.ints = undefined
    setDouble(cells, row, value)
  }
}

/** Sets the number of a row. */
export const setNumber = (cells: NumberCells, row: number, value: number): void => {
  const { doubles } = cells
  // What most rows need, in a function small enough for the engine to inline.
  if (!cells.areIntegers && row < doubles.length) doubles[row] = value
  else setAnyNumber(cells, row, value)
}

/** The first `length` numbers, with `NaN` in the rows that have none. */
const withBlanks = (doubles: Float64Array, length: number, { valid }: Validity): Float64Array => {
  const values = exactly(doubles, length)
  if (valid !== undefined) for (let row = 0; row < length; row += 1) if (!hasBit(valid, row)) values[row] = Number.NaN
  return values
}

export const buildNumbers = (
  { ints, doubles, areIntegers }: NumberCells,
  length: number,
  validity: Validity,
): IntegerVector | NumberVector => {
  if (areIntegers) return Object.freeze({ type: 'integer', values: exactly(ints ?? doubles, length), ...validity })
  return Object.freeze({ type: 'number', values: withBlanks(doubles, length, validity), ...validity })
}

/** Times. */
export const timeCells = (capacity: number): Cells => {
  let times = new Float64Array(capacity)
  return {
    set: (row, value) => {
      if (!(value instanceof Date)) return false
      if (row >= times.length) times = grown(times, row + 1)
      times[row] = value.getTime()
      return true
    },
    build: (length, validity): TimeVector =>
      Object.freeze({ type: 'time', values: withBlanks(times, length, validity), ...validity }),
  }
}
