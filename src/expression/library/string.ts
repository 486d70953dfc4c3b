import { momentOf } from '../internal/momentOf.ts'
import { decimalOf } from './internal/decimalOf.ts'
import { levenshtein } from './internal/levenshtein.ts'
import { operatorOperation } from './internal/operatorOperation.ts'
import { stringOperation, textOf, withText } from './internal/stringOperation.ts'
import type { LibraryOperation, LibraryParameter } from './LibraryOperation.ts'
import { stringParts } from './stringParts.ts'
import { stringTests } from './stringTests.ts'

const text = (name: string, description: string): LibraryParameter => ({ name, type: 'string', description })

const changed = (chain: string, description: string, change: (text: string) => string): LibraryOperation =>
  stringOperation({ chain, returns: { type: 'string', description: 'The new text.' }, description }, change)

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
      returns: { type: 'maybe<string>', description: 'The new text; `null` where the argument is no text.' },
      description: `${description} \`null\` counts as the empty text.`,
    },
    join,
  )

const characters = (whole: string): number => {
  let count = 0
  for (const _ of whole) count += 1
  return count
}

/** Operations of a text. */
export const stringOperations: ReadonlyArray<LibraryOperation> = [
  operatorOperation({
    name: 'string-add',
    kind: 'string',
    operator: '+',
    parameter: { name: 'rhs', type: 'string', description: 'The text behind; `null` counts as the empty one.' },
    returns: { type: 'maybe<string>', description: 'The two as one; `null` where the other is no text.' },
    description: 'Puts a text behind the text.',
    visibility: 'public',
  }),
  joined(
    'append',
    text('suffix', 'The text behind.'),
    'Puts a text behind the text.',
    (whole, suffix) => whole + suffix,
  ),
  joined(
    'prepend',
    text('prefix', 'The text before.'),
    'Puts a text before the text.',
    (whole, prefix) => prefix + whole,
  ),
  stringOperation(
    {
      chain: 'len',
      returns: { type: 'number', description: 'The number of characters.' },
      description: 'Gives the number of characters of the text. A 🚀 is one.',
    },
    characters,
  ),
  changed('lower', 'Writes the text in small letters, alike in every country.', (whole) => whole.toLowerCase()),
  changed('upper', 'Writes the text in capital letters, alike in every country.', (whole) => whole.toUpperCase()),
  changed('strip', 'Leaves out the white space at both ends.', (whole) => whole.trim()),
  changed('lStrip', 'Leaves out the white space at the beginning.', (whole) => whole.trimStart()),
  changed('rStrip', 'Leaves out the white space at the end.', (whole) => whole.trimEnd()),
  ...stringTests,
  ...stringParts,
  stringOperation(
    {
      chain: 'parseNumberWithSeparator',
      parameters: [
        text('thousands_separator', 'What stands between groups of digits, such as `,`; empty where nothing does.'),
        text('decimal_separator', 'What stands before the fraction; a point where it is empty.'),
      ],
      returns: { type: 'maybe<number>', description: 'The number; `null` where the whole text is not one.' },
      description: 'Reads a number that is written with separators: `1,234.5`, `1.234,5`.',
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
      parameters: [text('str2', 'The other text; `null` counts as the empty one.')],
      returns: { type: 'maybe<number>', description: 'The number of edits; `null` where the other is no text.' },
      description: 'Gives how many characters must be put in, taken out or changed to make one text of the other.',
    },
    (whole, other, evaluation) => {
      const one = [...whole]
      const two = [...other]
      evaluation.spend(one.length * two.length)
      return levenshtein(one, two)
    },
  ),
  {
    ...stringOperation(
      {
        chain: 'date_parse',
        returns: { type: 'maybe<date>', description: 'The moment; `null` where the text names none.' },
        description:
          'Gives the moment that the text names: a time such as `2026-11-21T10:00:00`, in UTC where it names no zone, or a day, which is its beginning.',
      },
      momentOf,
    ),
    name: 'date_parse',
  },
]
