import { momentAfter } from '../internal/momentOf.ts'
import { binOf } from './internal/bins.ts'
import { byteText } from './internal/byteText.ts'
import { startOf } from './internal/startOf.ts'
import type { LibraryOperation, LibraryParameter } from './LibraryOperation.ts'

type Visibility = LibraryOperation['visibility']

const unary = (
  chain: string,
  visibility: Visibility,
  description: string,
  returns: LibraryOperation['returns'],
  call: (number: number) => unknown,
): LibraryOperation => ({
  name: `number-${chain}`,
  chain,
  kind: 'number',
  parameters: [],
  returns,
  description,
  visibility,
  call,
})

/** Rounds to whole units; numbers that are too large for it have no parts to round. */
const roundTo =
  (perUnit: number, unit: number) =>
  (number: number): number => {
    const rounded = (Math.round((number * perUnit) / unit) * unit) / perUnit
    return Number.isFinite(rounded) ? rounded : number
  }

const rounded = { type: 'number', description: 'The rounded number.' }

const roundings: ReadonlyArray<LibraryOperation> = [
  unary('floor', 'hidden', 'Rounds down to a whole number.', rounded, Math.floor),
  unary('ceil', 'public', 'Rounds up to a whole number.', rounded, Math.ceil),
  unary('round', 'public', 'Rounds to the nearest whole number, halves up.', rounded, Math.round),
  unary('roundtenth', 'hidden', 'Rounds to the nearest tenth, halves up.', rounded, roundTo(10, 1)),
  unary('roundHundredth', 'hidden', 'Rounds to the nearest hundredth, halves up.', rounded, roundTo(100, 1)),
  unary('roundthousand', 'hidden', 'Rounds to the nearest thousand, halves up.', rounded, roundTo(1, 1000)),
]

const radians = { type: 'number', description: 'A number from -1 to 1; `NaN` of an infinity.' }

const functions: ReadonlyArray<LibraryOperation> = [
  unary(
    'negate',
    'public',
    'Gives the number with the other sign.\n\nThe operator `-`.',
    {
      type: 'number',
      description: 'The number with the other sign.',
    },
    (number) => -number,
  ),
  unary(
    'abs',
    'public',
    'Gives the number without its sign.',
    {
      type: 'number',
      description: 'The number, or its opposite where it is negative.',
    },
    Math.abs,
  ),
  unary('sin', 'public', 'Gives the sine of an angle in radians.', radians, Math.sin),
  unary('cos', 'public', 'Gives the cosine of an angle in radians.', radians, Math.cos),
]

const UNITS =
  'The unit is guessed from the size, whatever the sign: less than 31536000000 is seconds since 1970, less than a thousand times that milliseconds, then microseconds, then nanoseconds.'

const conversions: ReadonlyArray<LibraryOperation> = [
  unary(
    'toString',
    'public',
    'Writes the number as text, as briefly as it can be read back.',
    {
      type: 'string',
      description: 'The text: `1.5`, `1e+21`, `NaN`, `Infinity`.',
    },
    String,
  ),
  unary(
    'toByteString',
    'hidden',
    'Writes a number of bytes in a unit that suits it, each a thousand of the one before.',
    { type: 'maybe<string>', description: 'The text: `512B`, `2.05KB`; `null` where the number is not finite.' },
    byteText,
  ),
  unary(
    'toTimestamp',
    'public',
    `Gives the moment that a number stands for.\n\n${UNITS}`,
    { type: 'maybe<date>', description: 'The moment; `null` where the number is larger still, or `NaN`.' },
    momentAfter,
  ),
  unary(
    'toTimestampFloored',
    'public',
    `Gives the day of the moment that a number stands for.\n\n${UNITS}`,
    {
      type: 'maybe<date>',
      description: 'The beginning of the day in UTC; `null` where the number stands for no moment.',
    },
    (number) => {
      const moment = momentAfter(number)
      return moment && startOf(moment, 'day')
    },
  ),
]

const digits: LibraryParameter = {
  name: 'digits',
  type: 'number',
  description: 'How many digits stay behind the point: a whole number from 0 to 100.',
}

const step: LibraryParameter = { name: 'step', type: 'number', description: 'How wide a bin is: a positive number.' }

/** Operations of a number. */
export const numberOperations: ReadonlyArray<LibraryOperation> = [
  ...roundings,
  ...functions,
  ...conversions,
  {
    name: 'number-toFixed',
    chain: 'toFixed',
    kind: 'number',
    parameters: [digits],
    returns: { type: 'maybe<number>', description: 'The rounded number; `null` where `digits` is no such number.' },
    description: 'Rounds to so many digits behind the point, and gives a number, not a text.',
    visibility: 'hidden',
    call: (number: number, [count]: readonly [unknown]) =>
      Number.isInteger(count) && (count as number) >= 0 && (count as number) <= 100
        ? Number(number.toFixed(count as number))
        : null,
  },
  {
    name: 'number-bin',
    chain: 'bin',
    kind: 'number',
    parameters: [step],
    returns: {
      type: 'maybe<dict>',
      description:
        'The bin as `{ start, stop }`; `null` where the number is not finite, or the step too small to be told.',
    },
    description:
      'Gives the bin that the number is in, among bins of one width of which one begins at 0.\n\nA bin reaches from `start` up to, and without, `stop`. It takes the width itself, where W&B takes a function.',
    visibility: 'hidden',
    call: (number: number, [width]: readonly [unknown]) => (typeof width === 'number' ? binOf(number, width) : null),
  },
]
