import { momentOf } from '../internal/momentOf.ts'
import { decimalOf } from './internal/decimalOf.ts'
import { levenshtein } from './internal/levenshtein.ts'
import { operatorOperation } from './internal/operatorOperation.ts'
import { stringOperation, textOf, withText } from './internal/stringOperation.ts'
import type { LibraryOperation, LibraryParameter } from './LibraryOperation.ts'
import { stringParts } from './stringParts.ts'
import { stringTests } from './stringTests.ts'

const text = (name: string, description: string): LibraryParameter => ({ name, type: 'string', description })

const mapping = (chain: string, description: string, change: (text: string) => string): LibraryOperation =>
  stringOperation({ chain, returns: { type: 'string', description: 'The new string.' }, description }, change)

const joined = (
  chain: string,
  parameter: LibraryParameter,
  description: string,
  join: (text: string, other: string) => string,
): LibraryOperation =>
  withText(
    {
      chain,
      parameters: [parameter],
      returns: { type: 'maybe<string>', description: 'The new string; `null` if the argument is not a string.' },
      description: `${description} \`null\` counts as the empty string.`,
    },
    join,
  )

const characters = (whole: string): number => {
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
    characters,
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
        text('decimal_separator', 'The separator before the fraction; a point by default.'),
      ],
      returns: { type: 'maybe<number>', description: 'The number; `null` if the whole string is not a number.' },
      description: 'Parses a number with separators: `1,234.5`, `1.234,5`.',
    },
    (whole, [thousands, decimal]) => {
      const group = textOf(thousands)
      const point = textOf(decimal)
      return group === undefined || point === undefined ? null : decimalOf(whole, group, point)
    },
  ),
  withText(
    {
      chain: 'levenshtein',
      parameters: [text('str2', 'The other string; `null` counts as the empty string.')],
      returns: { type: 'maybe<number>', description: 'The number of edits; `null` if the argument is not a string.' },
      description:
        'Returns the Levenshtein distance to another string: the number of characters to insert, delete or replace.',
    },
    (whole, other, evaluation) => {
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
      momentOf,
    ),
    name: 'date_parse',
  },
]
