import type { Evaluation, LibraryOperation, LibraryParameter } from '../LibraryOperation.ts'

/** So many characters cost as much as one element of a list. */
const CHARACTERS = 100

/** What an operation of text makes of the text and its arguments. */
export type StringCall = (text: string, args: ReadonlyArray<unknown>, evaluation: Evaluation) => unknown

/** What is said of an operation of text. */
export interface StringWords {
  /** The name behind the dot. */
  readonly chain: string
  readonly parameters?: ReadonlyArray<LibraryParameter>
  readonly returns: LibraryOperation['returns']
  readonly description: string
  readonly visibility?: LibraryOperation['visibility']
}

/** An operation of text, which costs more the longer the text is. */
export const stringOperation = (words: StringWords, call: StringCall): LibraryOperation => {
  const { chain, parameters = [], returns, description, visibility = 'public' } = words
  return {
    name: `string-${chain}`,
    chain,
    kind: 'string',
    parameters,
    returns,
    description,
    visibility,
    call: (text: string, args: ReadonlyArray<unknown>, evaluation: Evaluation) => {
      evaluation.spend(Math.floor(text.length / CHARACTERS))
      return call(text, args, evaluation)
    },
  }
}

/** A text as an argument, of which `null` is the empty one; `undefined` for what is no text. */
export const textOf = (arg: unknown): string | undefined =>
  arg === null || arg === undefined ? '' : typeof arg === 'string' ? arg : undefined

/** An operation of text and another text; what is no text makes it `null`. */
export const withText = (
  words: StringWords,
  call: (text: string, other: string, evaluation: Evaluation) => unknown,
): LibraryOperation =>
  stringOperation(words, (text, [arg], evaluation) => {
    const other = textOf(arg)
    return other === undefined ? null : call(text, other, evaluation)
  })
