import type { Cell } from '../LibraryOperation.ts'

/** A power of two, so that scaling is exact, larger than any number of elements. */
const SCALE = 2 ** 64

/** Neumaier summation, which compensates for rounding. */
const total = (numbers: Float64Array): number => {
  let sum = 0
  let rest = 0
  for (const number of numbers) {
    const next = sum + number
    rest += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum
    sum = next
  }
  return Number.isNaN(rest) ? sum : sum + rest
}

const sumOver = (numbers: Float64Array, count: number): number => {
  const sum = total(numbers)
  return Number.isFinite(sum) ? sum / count : (total(numbers.map((number) => number / SCALE)) / count) * SCALE
}

/** Returns the numbers among the values of cells. */
export const numbersIn = (cells: ReadonlyArray<Cell>, read: (cell: Cell) => unknown): Float64Array => {
  const numbers = new Float64Array(cells.length)
  let count = 0
  for (const cell of cells) {
    const value = read(cell)
    if (typeof value === 'number' && !Number.isNaN(value)) numbers[count++] = value
  }
  return numbers.subarray(0, count)
}

/** Returns the sum; 0 for no numbers. */
export const sumOf = (numbers: Float64Array): number => sumOver(numbers, 1)

/** Returns the mean, finite if the numbers are; `null` for no numbers. */
export const meanOf = (numbers: Float64Array): number | null =>
  numbers.length === 0 ? null : sumOver(numbers, numbers.length)

/** Returns the population standard deviation; `null` for no numbers. */
export const deviationOf = (numbers: Float64Array): number | null => {
  if (numbers.length === 0) return null
  const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0)
  // Scaled numbers have squares that neither overflow nor underflow.
  const unit = 2 ** Math.max(-1000, Math.min(1000, -Math.floor(Math.log2(largest))))
  const scaled = numbers.map((number) => number * unit)
  const mean = sumOver(scaled, scaled.length)
  const distances = scaled.map((number) => number - mean)
  const excess = total(distances) ** 2 / scaled.length
  const squares = total(distances.map((distance) => distance * distance))
  return Math.sqrt(Math.max(0, squares - excess) / scaled.length) / unit
}

/** Returns the index of the first smallest value or, for sign -1, of the first largest; -1 if there is none. */
export const extremePlace = (values: ReadonlyArray<number | null>, sign: 1 | -1): number => {
  let found = -1
  let best = 0
  for (const [index, value] of values.entries()) {
    if (value === null || (found >= 0 && sign * value >= sign * best)) continue
    found = index
    best = value
  }
  return found
}
