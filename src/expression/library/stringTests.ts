import { stringOperation, withText } from './internal/stringOperation.ts'
import type { LibraryOperation, LibraryParameter } from './LibraryOperation.ts'

const test = (chain: string, description: string, holds: (text: string) => boolean): LibraryOperation =>
  stringOperation({ chain, returns: { type: 'boolean', description: 'Whether it is.' }, description }, holds)

const text = (name: string, description: string): LibraryParameter => ({ name, type: 'string', description })

const part = (
  chain: string,
  parameter: LibraryParameter,
  description: string,
  holds: (text: string, other: string) => boolean,
): LibraryOperation =>
  withText(
    {
      chain,
      parameters: [parameter],
      returns: { type: 'maybe<boolean>', description: 'Whether it does; `null` where the argument is no text.' },
      description: `${description} Every text does with the empty one, as which \`null\` counts.`,
    },
    holds,
  )

/** What can be asked of a text and answered with yes or no. */
export const stringTests: ReadonlyArray<LibraryOperation> = [
  part('startsWith', text('prefix', 'The beginning.'), 'Says whether the text starts with another.', (whole, prefix) =>
    whole.startsWith(prefix),
  ),
  part('endsWith', text('suffix', 'The end.'), 'Says whether the text ends with another.', (whole, suffix) =>
    whole.endsWith(suffix),
  ),
  part(
    'contains',
    text('sub', 'The text that is looked for, letter by letter: it is no regular expression.'),
    'Says whether the text contains another.',
    (whole, sub) => whole.includes(sub),
  ),
  test('isAlpha', 'Says whether the text has letters only, of any script, and at least one.', (whole) =>
    /^\p{L}+$/u.test(whole),
  ),
  test('isAlnum', 'Says whether the text has letters and digits only, of any script, and at least one.', (whole) =>
    /^[\p{L}\p{N}]+$/u.test(whole),
  ),
  test(
    'isNumeric',
    'Says whether the text is a number in digits, with a minus or a decimal point where there is one: `42`, `-3.14`, `.5`.',
    (whole) => /^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(whole),
  ),
  stringOperation(
    {
      chain: 'in',
      parameters: [{ name: 'rhs', type: 'any', description: 'A list, or a text.' }],
      returns: { type: 'boolean', description: 'Whether it is; `false` for any other value.' },
      description: 'Says whether the text is an element of a list, or a part of another text.',
      visibility: 'hidden',
    },
    (whole, [other], evaluation) => {
      if (typeof other === 'string') return other.includes(whole)
      if (!Array.isArray(other)) return false
      evaluation.spend(other.length)
      return other.includes(whole)
    },
  ),
]
