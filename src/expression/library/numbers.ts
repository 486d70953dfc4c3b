import { dateType, maybeType, numberType, type Type, unionType } from '../Type.ts'
import { elementOf } from './elementOf.ts'
import { type Bin, equalBins } from './internal/bins.ts'
import { deviationOf, extremePlace, meanOf, numbersIn, sumOf } from './internal/figures.ts'
import type { Cell, Evaluation, LibraryOperation } from './LibraryOperation.ts'

/** A number by which figures are taken, `null` for what is passed over. */
const numberOf = (value: unknown): number | null => (typeof value === 'number' && !Number.isNaN(value) ? value : null)

const timeOf = (value: unknown): number | null => (value instanceof Date ? numberOf(value.getTime()) : null)

const PASSED = '`null`, `NaN`, and what is no number, are passed over'

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

const figure = (
  name: string,
  words: string,
  none: string,
  type: 'maybe<number>' | 'number',
  take: (numbers: Float64Array) => number | null,
): LibraryOperation =>
  aggregate(
    `numbers-${name}`,
    `Gives ${words} of the list. ${PASSED}.`,
    { type, description: `${words.charAt(0).toUpperCase()}${words.slice(1)}; ${none} where the list has no number.` },
    (items, _args, evaluation) => take(numbersIn(items, evaluation.valueOf)),
  )

const place = (name: 'argmax' | 'argmin', sign: 1 | -1, words: string): LibraryOperation =>
  aggregate(
    `numbers-${name}`,
    `Gives the place of the ${words} number in the list; of the first, where several are. ${PASSED}, and keep their places.`,
    { type: 'maybe<number>', description: 'The place, counted from 0; `null` where the list has no number.' },
    (items, _args, evaluation) => {
      const found = extremePlace(
        items.map((item) => numberOf(evaluation.valueOf(item))),
        sign,
      )
      return found < 0 ? null : found
    },
  )

const extremeType = (receiver: Type): Type => {
  const element = elementOf(receiver)
  const scalar = element._tag === 'Maybe' ? element.of : element
  if (scalar._tag === 'Scalar') return maybeType(scalar.name === 'date' ? dateType : numberType)
  return maybeType(unionType([numberType, dateType]))
}

const extremeIn =
  (sign: 1 | -1): ListCall =>
  (items, _args, evaluation) => {
    const values = items.map(evaluation.valueOf)
    const ofNumbers = extremePlace(values.map(numberOf), sign)
    const found = ofNumbers < 0 ? extremePlace(values.map(timeOf), sign) : ofNumbers
    return items[found] ?? null
  }

const extreme = (name: string, sign: 1 | -1, words: string): LibraryOperation => {
  const isOfNumbers = name.startsWith('numbers-')
  const [word, other] = isOfNumbers ? [`${words} number`, 'moment'] : [words, 'number']
  return aggregate(
    name,
    isOfNumbers
      ? `Gives the ${word} of the list. ${PASSED}; of a list of moments, it gives the ${sign === 1 ? 'earliest' : 'latest'}.`
      : `Gives the ${word} moment of the list. What is no moment is passed over, unless the list has numbers: then it gives the ${sign === 1 ? 'least' : 'greatest'}.`,
    {
      type: isOfNumbers ? 'maybe<number>' : 'maybe<date>',
      description: `The ${isOfNumbers ? word : `${word} moment`}; \`null\` where the list has neither that nor a ${other}.`,
    },
    extremeIn(sign),
    { resultType: extremeType, visibility: isOfNumbers ? 'public' : 'hidden' },
  )
}

/** Figures of lists of numbers and of moments. Where two names behind the dot are the same, so are the operations. */
export const numbersOperations: ReadonlyArray<LibraryOperation> = [
  figure('sum', 'the sum of the numbers', '0', 'number', sumOf),
  figure('avg', 'the mean of the numbers', '`null`', 'maybe<number>', meanOf),
  figure(
    'stddev',
    'the standard deviation of the numbers, taken as a whole population,',
    '`null`',
    'maybe<number>',
    deviationOf,
  ),
  place('argmin', 1, 'least'),
  place('argmax', -1, 'greatest'),
  extreme('dates-min', 1, 'earliest'),
  extreme('dates-max', -1, 'latest'),
  extreme('timestamp-min', 1, 'earliest'),
  extreme('timestamp-max', -1, 'latest'),
  extreme('numbers-min', 1, 'least'),
  extreme('numbers-max', -1, 'greatest'),
  aggregate(
    'numbers-binsequal',
    'Gives each number its bin, among so many bins of one width from the least number to the greatest.\n\nA bin reaches from `start` up to, and without, `stop`; the last holds the greatest number. Where all numbers are the same, bins are 1 wide. It gives the bins themselves, where W&B gives a function.',
    {
      type: 'list<maybe<dict>>',
      description:
        'The bins as `{ start, stop }`, place by place; `null` where there is no finite number, or for no such `bins`.',
    },
    (items, [count], evaluation): ReadonlyArray<Bin | null> =>
      equalBins(
        items.map((item) => {
          const number = numberOf(evaluation.valueOf(item))
          return number !== null && Number.isFinite(number) ? number : null
        }),
        typeof count === 'number' ? count : 0,
      ),
    {
      visibility: 'hidden',
      parameters: [{ name: 'bins', type: 'number', description: 'How many bins: a whole number from 1 on.' }],
    },
  ),
]
