import type { Evaluation, LibraryOperation, LibraryParameter } from '../values/LibraryOperation.ts'
import { areEqual } from '../values/operators.ts'

/** Counts the occurrences of a string that is not empty, which do not overlap. */
export const countOccurrences = (text: string, found: string): number => {
  let count = 0
  for (let at = text.indexOf(found); at >= 0; at = text.indexOf(found, at + found.length)) count += 1
  return count
}

/** Computes a string operation. */
type StringCall = (text: string, args: ReadonlyArray<unknown>, evaluation: Evaluation) => unknown

/** The specification of a string operation. */
interface StringOperationSpec {
  /** The name after the dot. */
  readonly chain: string
  readonly parameters?: ReadonlyArray<LibraryParameter>
  readonly returns: LibraryOperation['returns']
  readonly description: string
  readonly visibility?: LibraryOperation['visibility']
  /** Whether each character costs as much to process as an element of a list. */
  readonly isPerCharacter?: boolean
}

/** Makes a string operation, whose cost grows with the length of the string. */
export const stringOperation = (spec: StringOperationSpec, call: StringCall): LibraryOperation => {
  const { chain, parameters = [], returns, description, visibility = 'public', isPerCharacter = false } = spec
  return {
    name: `string-${chain}`,
    chain,
    kind: 'string',
    parameters,
    returns,
    description,
    visibility,
    call: (text: string, args: ReadonlyArray<unknown>, evaluation: Evaluation) => {
      if (isPerCharacter) evaluation.spendBudget(text.length)
      else evaluation.readCharacters(text.length)
      return call(text, args, evaluation)
    },
  }
}

/** Reads a string argument, where `null` is empty; `undefined` if it is not a string. */
export const textArgument = (arg: unknown): string | undefined =>
  arg === null || arg === undefined ? '' : typeof arg === 'string' ? arg : undefined

/** Makes an operation on two strings; it is `null` if the argument is not a string. */
export const textPairOperation = (
  spec: StringOperationSpec,
  call: (text: string, other: string, evaluation: Evaluation) => unknown,
): LibraryOperation =>
  stringOperation(spec, (text, [arg], evaluation) => {
    const other = textArgument(arg)
    if (other === undefined) return null
    evaluation.readCharacters(other.length)
    return call(text, other, evaluation)
  })

const test = (chain: string, description: string, holds: (text: string) => boolean): LibraryOperation =>
  stringOperation(
    { chain, returns: { type: 'boolean', description: 'Whether it is.' }, description, isPerCharacter: true },
    holds,
  )

const text = (name: string, description: string): LibraryParameter => ({ name, type: 'string', description })

const comparison = (
  chain: string,
  parameter: LibraryParameter,
  description: string,
  holds: (text: string, other: string) => boolean,
): LibraryOperation =>
  textPairOperation(
    {
      chain,
      parameters: [parameter],
      returns: { type: 'maybe<boolean>', description: 'Whether it does; `null` if the argument is not a string.' },
      description: `${description} This is always true for the empty string; \`null\` counts as the empty string.`,
    },
    holds,
  )

/** Tests on strings. */
export const stringTests: ReadonlyArray<LibraryOperation> = [
  comparison(
    'startsWith',
    text('prefix', 'The prefix.'),
    'Returns whether the string starts with another.',
    (whole, prefix) => whole.startsWith(prefix),
  ),
  comparison(
    'endsWith',
    text('suffix', 'The suffix.'),
    'Returns whether the string ends with another.',
    (whole, suffix) => whole.endsWith(suffix),
  ),
  comparison(
    'contains',
    text('sub', 'The string to look for; it is not a regular expression.'),
    'Returns whether the string contains another.',
    (whole, sub) => whole.includes(sub),
  ),
  test('isAlpha', 'Returns whether the string consists of one or more letters of any script.', (whole) =>
    /^\p{L}+$/u.test(whole),
  ),
  test('isAlnum', 'Returns whether the string consists of one or more letters and digits of any script.', (whole) =>
    /^[\p{L}\p{N}]+$/u.test(whole),
  ),
  test(
    'isNumeric',
    'Returns whether the string is a decimal number, without an exponent: `42`, `-3.14`, `.5`.',
    (whole) => /^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(whole),
  ),
  stringOperation(
    {
      chain: 'in',
      parameters: [{ name: 'rhs', type: 'any', description: 'A list or a string.' }],
      returns: { type: 'boolean', description: 'Whether it is; `false` for any other value.' },
      description: 'Returns whether the string is an element of a list, or a substring of another string.',
      visibility: 'hidden',
    },
    (whole, [other], evaluation) => {
      if (typeof other === 'string') {
        evaluation.readCharacters(other.length)
        return other.includes(whole)
      }
      if (!Array.isArray(other)) return false
      evaluation.spendBudget(other.length)
      return other.some((item) => areEqual(evaluation, item, whole))
    },
  ),
]
