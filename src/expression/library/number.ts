import { dateFromNumber } from '../values/dates.ts'
import type { Evaluation, LibraryOperation, LibraryParameter } from '../values/LibraryOperation.ts'
import { binOf, formatBytes, startOfUnit } from './units.ts'

type Visibility = LibraryOperation['visibility']

const unary = (
  chain: string,
  visibility: Visibility,
  description: string,
  returns: LibraryOperation['returns'],
  call: (number: number) => unknown,
  cost = 0,
): LibraryOperation => ({
  name: `number-${chain}`,
  chain,
  kind: 'number',
  parameters: [],
  returns,
  description,
  visibility,
  call: (number: number, _args: readonly [], { spendBudget }: Evaluation) => {
    if (cost > 0) spendBudget(cost)
    return call(number)
  },
})

/** Formatting a number costs as much as processing this many elements. */
const FORMATTED = 15

/** Rounds to a unit; numbers too large to scale are integers already. */
const roundTo =
  (perUnit: number, unit: number) =>
  (number: number): number => {
    const rounded = (Math.round((number * perUnit) / unit) * unit) / perUnit
    return Number.isFinite(rounded) ? rounded : number
  }

const rounded = { type: 'number', description: 'The rounded number.' }

const roundings: ReadonlyArray<LibraryOperation> = [
  unary('floor', 'hidden', 'Rounds down to an integer.', rounded, Math.floor),
  unary('ceil', 'public', 'Rounds up to an integer.', rounded, Math.ceil),
  unary('round', 'public', 'Rounds to the nearest integer, halves up.', rounded, Math.round),
  unary('roundtenth', 'hidden', 'Rounds to the nearest tenth, halves up.', rounded, roundTo(10, 1)),
  unary('roundHundredth', 'hidden', 'Rounds to the nearest hundredth, halves up.', rounded, roundTo(100, 1)),
  unary('roundthousand', 'hidden', 'Rounds to the nearest thousand, halves up.', rounded, roundTo(1, 1000)),
]

const tests: ReadonlyArray<LibraryOperation> = [
  unary(
    'isInteger',
    'hidden',
    'Returns whether the number is an integer.',
    { type: 'boolean', description: 'Whether it is; `false` for `NaN` and infinities.' },
    Number.isInteger,
  ),
]

const radians = { type: 'number', description: 'A number from -1 to 1; `NaN` for an infinity.' }

const functions: ReadonlyArray<LibraryOperation> = [
  unary(
    'negate',
    'public',
    'Negates the number.\n\nThe operator `-`.',
    {
      type: 'number',
      description: 'The negation.',
    },
    (number) => -number,
  ),
  unary(
    'abs',
    'public',
    'Returns the absolute value of the number.',
    {
      type: 'number',
      description: 'The absolute value.',
    },
    Math.abs,
  ),
  unary('sin', 'public', 'Returns the sine of an angle in radians.', radians, Math.sin),
  unary('cos', 'public', 'Returns the cosine of an angle in radians.', radians, Math.cos),
]

const UNITS =
  'The unit is inferred from the absolute value: below 31536000000 it is seconds since 1970, below a thousand times that milliseconds, then microseconds, then nanoseconds.'

const conversions: ReadonlyArray<LibraryOperation> = [
  unary(
    'toString',
    'public',
    'Formats the number as the shortest string that reads back as the same number.',
    {
      type: 'string',
      description: 'The string: `1.5`, `1e+21`, `NaN`, `Infinity`.',
    },
    String,
    FORMATTED,
  ),
  unary(
    'toByteString',
    'hidden',
    'Formats a number of bytes in a suitable decimal unit.',
    { type: 'maybe<string>', description: 'The string: `512B`, `2.05KB`; `null` if the number is not finite.' },
    formatBytes,
    FORMATTED,
  ),
  unary(
    'toTimestamp',
    'public',
    `Converts a timestamp to a date.\n\n${UNITS}`,
    { type: 'maybe<date>', description: 'The date; `null` if the number is out of range or `NaN`.' },
    dateFromNumber,
  ),
  unary(
    'toTimestampFloored',
    'public',
    `Converts a timestamp to the start of its day.\n\n${UNITS}`,
    {
      type: 'maybe<date>',
      description: 'The start of the day in UTC; `null` if the number is out of range or `NaN`.',
    },
    (number) => {
      const date = dateFromNumber(number)
      return date && startOfUnit(date, 'day')
    },
  ),
]

const digits: LibraryParameter = {
  name: 'digits',
  type: 'number',
  description: 'The number of decimal places: an integer from 0 to 100.',
}

const step: LibraryParameter = { name: 'step', type: 'number', description: 'The width of a bin: a positive number.' }

/** Operations on numbers. */
export const numberOperations: ReadonlyArray<LibraryOperation> = [
  ...roundings,
  ...functions,
  ...tests,
  ...conversions,
  {
    name: 'number-toFixed',
    chain: 'toFixed',
    kind: 'number',
    parameters: [digits],
    returns: { type: 'maybe<number>', description: 'The rounded number; `null` if `digits` is invalid.' },
    description: 'Rounds to a number of decimal places. The result is a number, not a string.',
    visibility: 'hidden',
    call: (number: number, [count]: readonly [unknown], evaluation: Evaluation) => {
      evaluation.spendBudget(FORMATTED)
      return Number.isInteger(count) && (count as number) >= 0 && (count as number) <= 100
        ? Number(number.toFixed(count as number))
        : null
    },
  },
  {
    name: 'number-bin',
    chain: 'bin',
    kind: 'number',
    parameters: [step],
    returns: {
      type: 'maybe<dict>',
      description:
        'The bin as `{ start, stop }`; `null` if the number is not finite, or if the step is too small to resolve.',
    },
    description:
      'Returns the bin of the number, among bins of equal width that start at multiples of it.\n\nA bin ranges from `start` to `stop`, exclusive. The argument is the width itself, where W&B takes a function.',
    visibility: 'hidden',
    call: (number: number, [width]: readonly [unknown], evaluation: Evaluation) => {
      evaluation.createDict(2)
      return typeof width === 'number' ? binOf(number, width) : null
    },
  },
]
