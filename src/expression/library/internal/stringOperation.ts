import type { Evaluation, LibraryOperation, LibraryParameter } from '../LibraryOperation.ts'

/** How many characters cost as much as one element of a list. */
const CHARACTERS = 100

/** Computes a string operation. */
export type StringCall = (text: string, args: ReadonlyArray<unknown>, evaluation: Evaluation) => unknown

/** The specification of a string operation. */
export interface StringWords {
  /** The name after the dot. */
  readonly chain: string
  readonly parameters?: ReadonlyArray<LibraryParameter>
  readonly returns: LibraryOperation['returns']
  readonly description: string
  readonly visibility?: LibraryOperation['visibility']
}

/** Makes a string operation, whose cost grows with the length of the string. */
export const stringOperation = (spec: StringWords, call: StringCall): LibraryOperation => {
  const { chain, parameters = [], returns, description, visibility = 'public' } = spec
  return {
    name: `string-${chain}`,
    chain,
    kind: 'string',
    parameters,
    returns,
    description,
    visibility,
    call: (text: string, args: ReadonlyArray<unknown>, evaluation: Evaluation) => {
      evaluation.spendBudget(Math.floor(text.length / CHARACTERS))
      return call(text, args, evaluation)
    },
  }
}

/** Reads a string argument, where `null` is empty; `undefined` if it is not a string. */
export const textOf = (arg: unknown): string | undefined =>
  arg === null || arg === undefined ? '' : typeof arg === 'string' ? arg : undefined

/** Makes an operation on two strings; it is `null` if the argument is not a string. */
export const withText = (
  spec: StringWords,
  call: (text: string, other: string, evaluation: Evaluation) => unknown,
): LibraryOperation =>
  stringOperation(spec, (text, [arg], evaluation) => {
    const other = textOf(arg)
    return other === undefined ? null : call(text, other, evaluation)
  })
