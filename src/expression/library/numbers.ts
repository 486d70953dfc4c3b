import { dateType, maybeType, numberType, type Type, unionType } from '../types/Type.ts'
import { numberFromBigint } from '../values/budget.ts'
import type { Cell, Evaluation, LibraryOperation } from '../values/LibraryOperation.ts'
import { elementType } from './rows.ts'
import { type Bin, equalBins } from './units.ts'

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
const numbersOfCells = (cells: ReadonlyArray<Cell>, read: (cell: Cell) => unknown): Float64Array => {
  const numbers = new Float64Array(cells.length)
  let count = 0
  for (const cell of cells) {
    const value = read(cell)
    if (typeof value === 'bigint') numbers[count++] = numberFromBigint(value)
    else if (typeof value === 'number' && !Number.isNaN(value)) numbers[count++] = value
  }
  return numbers.subarray(0, count)
}

/** Returns the sum; 0 for no numbers. */
const sumOf = (numbers: Float64Array): number => sumOver(numbers, 1)

/** Returns the mean, finite if the numbers are; `null` for no numbers. */
const meanOf = (numbers: Float64Array): number | null =>
  numbers.length === 0 ? null : sumOver(numbers, numbers.length)

/** Returns the population standard deviation; `null` for no numbers. */
const standardDeviation = (numbers: Float64Array): number | null => {
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

/** Returns the index of the first smallest value read or, for sign -1, of the first largest; -1 if there is none. */
const indexOfExtreme = (items: ReadonlyArray<Cell>, read: (cell: Cell) => number | null, sign: 1 | -1): number => {
  let found = -1
  let best = 0
  for (const [index, item] of items.entries()) {
    const value = read(item)
    if (value === null || (found >= 0 && sign * value >= sign * best)) continue
    found = index
    best = value
  }
  return found
}

/** The number of a value; `null` for values that aggregates skip. */
const numberOf = (value: unknown): number | null => {
  if (typeof value === 'bigint') return numberFromBigint(value)
  return typeof value === 'number' && !Number.isNaN(value) ? value : null
}

const timeOf = (value: unknown): number | null => (value instanceof Date ? numberOf(value.getTime()) : null)

/** Finding the bin of a number costs as much as processing this many. */
const BINNED = 4

const SKIPPED = '`null`, `NaN` and values that are not numbers are skipped'

type ListCall = (items: ReadonlyArray<Cell>, args: readonly [unknown], evaluation: Evaluation) => unknown

const aggregate = (
  name: string,
  description: string,
  returns: LibraryOperation['returns'],
  call: ListCall,
  more: Partial<LibraryOperation> = {},
): LibraryOperation => ({
  name,
  chain: name.slice(name.indexOf('-') + 1),
  kind: 'list',
  ofScalars: true,
  parameters: [],
  returns,
  description,
  visibility: 'public',
  call,
  ...more,
})

const numeric = (
  name: string,
  phrase: string,
  none: string,
  type: 'maybe<number>' | 'number',
  take: (numbers: Float64Array) => number | null,
  copies = 1,
): LibraryOperation =>
  aggregate(
    `numbers-${name}`,
    `Returns ${phrase} in the list. ${SKIPPED}.`,
    { type, description: `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}; ${none} if the list has no numbers.` },
    (items, _args, evaluation) => {
      evaluation.claimMemory(copies * items.length)
      return take(numbersOfCells(items, evaluation.valueOf))
    },
  )

const indexOf = (name: 'argmax' | 'argmin', sign: 1 | -1, adjective: string): LibraryOperation =>
  aggregate(
    `numbers-${name}`,
    `Returns the index of the ${adjective} number in the list, the first of several. ${SKIPPED}, but counted in the index.`,
    { type: 'maybe<number>', description: 'The index, from 0; `null` if the list has no numbers.' },
    (items, _args, evaluation) => {
      const found = indexOfExtreme(items, (item) => numberOf(evaluation.valueOf(item)), sign)
      return found < 0 ? null : found
    },
  )

const extremeType = (receiver: Type): Type => {
  const element = elementType(receiver)
  const scalar = element._tag === 'Maybe' ? element.of : element
  if (scalar._tag === 'Scalar') return maybeType(scalar.name === 'date' ? dateType : numberType)
  return maybeType(unionType([numberType, dateType]))
}

const extremeIn =
  (sign: 1 | -1): ListCall =>
  (items, _args, evaluation) => {
    const ofNumbers = indexOfExtreme(items, (item) => numberOf(evaluation.valueOf(item)), sign)
    const found = ofNumbers < 0 ? indexOfExtreme(items, (item) => timeOf(evaluation.valueOf(item)), sign) : ofNumbers
    return items[found] ?? null
  }

const extreme = (name: string, sign: 1 | -1, adjective: string): LibraryOperation => {
  const isOfNumbers = name.startsWith('numbers-')
  const [noun, other] = isOfNumbers ? ['number', 'date'] : ['date', 'number']
  return aggregate(
    name,
    isOfNumbers
      ? `Returns the ${adjective} number in the list. ${SKIPPED}; a list of dates returns the ${sign === 1 ? 'earliest' : 'latest'}.`
      : `Returns the ${adjective} date in the list. Values that are not dates are skipped, except that a list with numbers returns the ${sign === 1 ? 'smallest' : 'largest'} number.`,
    {
      type: isOfNumbers ? 'maybe<number>' : 'maybe<date>',
      description: `The ${adjective} ${noun}; \`null\` if the list has neither a ${noun} nor a ${other}.`,
    },
    extremeIn(sign),
    { resultType: extremeType, visibility: isOfNumbers ? 'public' : 'hidden' },
  )
}

/** Aggregates of lists of numbers and dates. Operations with the same name after the dot are the same. */
export const numbersOperations: ReadonlyArray<LibraryOperation> = [
  numeric('sum', 'the sum of the numbers', '0', 'number', sumOf),
  numeric('avg', 'the mean of the numbers', '`null`', 'maybe<number>', meanOf),
  numeric(
    'stddev',
    'the population standard deviation of the numbers',
    '`null`',
    'maybe<number>',
    standardDeviation,
    4,
  ),
  indexOf('argmin', 1, 'smallest'),
  indexOf('argmax', -1, 'largest'),
  extreme('dates-min', 1, 'earliest'),
  extreme('dates-max', -1, 'latest'),
  extreme('timestamp-min', 1, 'earliest'),
  extreme('timestamp-max', -1, 'latest'),
  extreme('numbers-min', 1, 'smallest'),
  extreme('numbers-max', -1, 'largest'),
  aggregate(
    'numbers-binsequal',
    'Assigns each number to one of a number of equally wide bins from the smallest number to the largest.\n\nA bin ranges from `start` to `stop`, exclusive; the last one includes the largest number. If all numbers are equal, bins are 1 wide. The result is the bin of each number, where W&B returns a function.',
    {
      type: 'list<maybe<dict>>',
      description:
        'The bin `{ start, stop }` of each element; `null` if it is not a finite number, or if `bins` is invalid.',
    },
    (items, [count], evaluation): ReadonlyArray<Bin | null> => {
      evaluation.spendBudget(BINNED * items.length)
      evaluation.createList(items.length, 1)
      evaluation.createDict(2, items.length)
      return equalBins(
        items.map((item) => {
          const number = numberOf(evaluation.valueOf(item))
          return number !== null && Number.isFinite(number) ? number : null
        }),
        typeof count === 'number' ? count : 0,
      )
    },
    {
      visibility: 'hidden',
      parameters: [{ name: 'bins', type: 'number', description: 'The number of bins: an integer of at least 1.' }],
    },
  ),
]
