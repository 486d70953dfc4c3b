import { dateFromText } from '../values/dates.ts'
import type { LibraryOperation, LibraryParameter } from '../values/LibraryOperation.ts'
import { operatorOperation } from './operatorOperation.ts'
import { stringOperation, stringTests, textArgument, textPairOperation } from './stringOperation.ts'
import { hasSurrogates, stringParts } from './stringParts.ts'

const DIGITS = /^\d*$/
const NUMBER = /^([+-]?)([^eE]*)((?:[eE][+-]?\d+)?)$/

/** Joins groups of three digits, of which all but the last may have two, as in India; `undefined` if a group is misplaced. */
const joinGroups = ([first = '', ...groups]: ReadonlyArray<string>): string | undefined => {
  const last = groups.length - 1
  const isFit = groups.every((group, index) => group.length === 3 || (index < last && group.length === 2))
  return groups.length > 0 && (!isFit || first === '' || first.length > 3) ? undefined : [first, ...groups].join('')
}

/** Parses a number with separators, which may be empty; `null` if the string is not a number. */
const parseDecimal = (text: string, thousands: string, decimal: string): number | null => {
  const [, sign = '', digits = '', exponent = ''] = NUMBER.exec(text.trim()) ?? []
  const point = decimal !== '' ? decimal : thousands === '.' ? ',' : '.'
  const [whole = '', fraction = '', ...more] = digits.split(point)
  const joined = joinGroups(thousands === '' || thousands === point ? [whole] : whole.split(thousands))
  if (joined === undefined) return null
  if (more.length > 0 || joined + fraction === '' || !DIGITS.test(joined) || !DIGITS.test(fraction)) return null
  return Number(`${sign}${joined === '' ? '0' : joined}.${fraction === '' ? '0' : fraction}${exponent}`)
}

/** The Levenshtein distance between two strings, as lists of characters. */
const levenshtein = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): number => {
  let row = Uint32Array.from({ length: other.length + 1 }, (_, index) => index)
  let next = new Uint32Array(row.length)
  for (const [index, character] of one.entries()) {
    next[0] = index + 1
    for (let column = 1; column < row.length; column += 1) {
      const changed = (row[column - 1] as number) + (character === other[column - 1] ? 0 : 1)
      next[column] = Math.min(changed, (row[column] as number) + 1, (next[column - 1] as number) + 1)
    }
    ;[row, next] = [next, row]
  }
  return row[other.length] as number
}

const text = (name: string, description: string): LibraryParameter => ({ name, type: 'string', description })

const mapping = (chain: string, description: string, change: (text: string) => string): LibraryOperation =>
  stringOperation(
    { chain, returns: { type: 'string', description: 'The new string.' }, description, isPerCharacter: true },
    (text, _args, evaluation) => {
      evaluation.createString(text.length)
      return change(text)
    },
  )

const joined = (
  chain: string,
  parameter: LibraryParameter,
  description: string,
  join: (text: string, other: string) => string,
): LibraryOperation =>
  textPairOperation(
    {
      chain,
      parameters: [parameter],
      returns: { type: 'maybe<string>', description: 'The new string; `null` if the argument is not a string.' },
      description: `${description} \`null\` counts as the empty string.`,
    },
    (whole, other, evaluation) => {
      evaluation.createString(whole.length + other.length)
      return join(whole, other)
    },
  )

/** Counts characters: a pair of surrogates is one. */
const countCharacters = (whole: string): number => {
  if (!hasSurrogates(whole)) return whole.length
  let count = 0
  for (const _ of whole) count += 1
  return count
}

/** Operations on strings. */
export const stringOperations: ReadonlyArray<LibraryOperation> = [
  operatorOperation({
    name: 'string-add',
    kind: 'string',
    operator: '+',
    parameter: { name: 'rhs', type: 'string', description: 'The string to append; `null` counts as the empty string.' },
    returns: { type: 'maybe<string>', description: 'The new string; `null` if the argument is not a string.' },
    description: 'Appends a string.',
    visibility: 'public',
  }),
  joined('append', text('suffix', 'The string to append.'), 'Appends a string.', (whole, suffix) => whole + suffix),
  joined('prepend', text('prefix', 'The string to prepend.'), 'Prepends a string.', (whole, prefix) => prefix + whole),
  stringOperation(
    {
      chain: 'len',
      returns: { type: 'number', description: 'The number of characters.' },
      description: 'Returns the length of the string in characters; a 🚀 is one.',
    },
    (whole, _args, evaluation) => {
      if (hasSurrogates(whole)) evaluation.spendBudget(whole.length)
      return countCharacters(whole)
    },
  ),
  mapping('lower', 'Converts the string to lower case, independent of the locale.', (whole) => whole.toLowerCase()),
  mapping('upper', 'Converts the string to upper case, independent of the locale.', (whole) => whole.toUpperCase()),
  mapping('strip', 'Removes whitespace from both ends.', (whole) => whole.trim()),
  mapping('lStrip', 'Removes whitespace from the start.', (whole) => whole.trimStart()),
  mapping('rStrip', 'Removes whitespace from the end.', (whole) => whole.trimEnd()),
  ...stringTests,
  ...stringParts,
  stringOperation(
    {
      chain: 'parseNumberWithSeparator',
      parameters: [
        text('thousands_separator', 'The separator between groups of digits, such as `,`; empty for none.'),
        text(
          'decimal_separator',
          'The separator before the fraction; a point by default, or a comma if points separate the groups.',
        ),
      ],
      returns: {
        type: 'maybe<number>',
        description: 'The number; `null` if the whole string is not a number, or a separator is misplaced.',
      },
      isPerCharacter: true,
      description: 'Parses a number with separators: `1,234.5`, `1.234,5`.',
    },
    (whole, [thousands, decimal], evaluation) => {
      evaluation.createString(whole.length)
      const group = textArgument(thousands)
      const point = textArgument(decimal)
      return group === undefined || point === undefined ? null : parseDecimal(whole, group, point)
    },
  ),
  stringOperation(
    {
      chain: 'toNumber',
      returns: { type: 'maybe<number>', description: 'The number; `null` if the whole string is not a number.' },
      description: 'Parses a decimal number: `-1.5`, `2e3`.',
      visibility: 'hidden',
      isPerCharacter: true,
    },
    (whole, _args, evaluation) => {
      evaluation.createString(whole.length)
      return parseDecimal(whole, '', '')
    },
  ),
  textPairOperation(
    {
      chain: 'levenshtein',
      parameters: [text('str2', 'The other string; `null` counts as the empty string.')],
      returns: { type: 'maybe<number>', description: 'The number of edits; `null` if the argument is not a string.' },
      description:
        'Returns the Levenshtein distance to another string: the number of characters to insert, delete or replace.',
    },
    (whole, other, evaluation) => {
      evaluation.spendBudget(whole.length + other.length)
      evaluation.createList(whole.length + other.length, 1)
      const one = [...whole]
      const two = [...other]
      evaluation.spendBudget(one.length * two.length)
      return levenshtein(one, two)
    },
  ),
  {
    ...stringOperation(
      {
        chain: 'date_parse',
        returns: { type: 'maybe<date>', description: 'The date; `null` if the string is not a date.' },
        description:
          'Parses a date: a time such as `2026-11-21T10:00:00`, in UTC by default, or a day such as `2026-11-21`, for its start.',
      },
      dateFromText,
    ),
    name: 'date_parse',
  },
]
