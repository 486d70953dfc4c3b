import type { Span } from '../syntax/Expression.ts'

/** Stops an evaluation; the caller receives a failure as data. */
export class EvaluationError extends Error {
  readonly hint: string | undefined
  readonly span: Span | undefined

  constructor(message: string, hint?: string, span?: Span) {
    super(message)
    this.hint = hint
    this.span = span
  }
}

/** Adds a position to what an operation has thrown, unless it has one from within. */
export const positioned = (thrown: unknown, span: Span): unknown =>
  thrown instanceof EvaluationError && thrown.span === undefined
    ? new EvaluationError(thrown.message, thrown.hint, span)
    : thrown

/** How many elements an evaluation may process: one or two seconds of work. */
const MAX_PROCESSED = 100_000_000

/** The memory of everything that an evaluation may create, in words of 8 bytes, whether or not it is still in use. */
const MAX_WORDS = 40_000_000

/** The largest value that an expression may create, in elements. */
const MAX_ELEMENTS = 10_000_000

/** The longest string that an expression may create. */
const MAX_CHARACTERS = 10_000_000

const FEWER = 'Filter or limit the lists before combining them.'

/** Stops an evaluation whose value grows by being nested repeatedly. */
export const assertSize = (elements: number): void => {
  if (elements > MAX_ELEMENTS) throw new EvaluationError(`This creates more than ${MAX_ELEMENTS} elements.`, FEWER)
}

/** Converts a bigint to a number; stops the evaluation if the number would be another. */
export const numberFromBigint = (value: bigint): number => {
  const number = Number(value)
  if (Number.isSafeInteger(number)) return number
  throw new EvaluationError('A bigint is too large for a number.', 'Pass it as a string.')
}

/** What is wrong with a value that contains itself, or so many others that walking it exceeds the stack. */
export const nestedTooDeep = {
  message: 'A value is nested more than 400 levels deep.',
  hint: 'Use lists and dicts that do not contain themselves.',
} as const

/** The words that a list takes, and those for each of its elements, a number included. */
const LIST = 6
const LIST_ITEM = 2

/** The words that a date takes. */
export const DATE = 12

/** The words that a dict takes, and those for each entry: none for a few, which have room, and many where it is hashed. */
const DICT = 7
const DICT_ROOM = 3
const DICT_HASHED = 16
const HASHED_ENTRY = 8

/** The words that a string takes, apart from its characters. */
const STRING = 3

/** How many characters take a word, in a string of any script. */
const CHARACTERS_PER_WORD = 4

/** How many characters cost as much to read as an element of a list. */
const CHARACTERS_PER_ELEMENT = 8

/** What an evaluation may still use. Everything is charged before it is done, so that no amount of it is done in vain. */
export interface Budget {
  /** Charges the elements that an operation is about to process. */
  readonly spendBudget: (elements: number) => void
  /** Whether this many elements and words are left. */
  readonly hasLeft: (elements: number, words: number) => boolean
  /** Charges the memory that an operation is about to use, in words of 8 bytes. */
  readonly claimMemory: (words: number) => void
  /** Charges the characters that an operation is about to read. */
  readonly readCharacters: (characters: number) => void
  /** Charges a string that an operation is about to create. */
  readonly createString: (characters: number) => void
  /** Charges a list that an operation is about to create, and copies of it that it needs on the way. */
  readonly createList: (elements: number, copies?: number) => void
  /** Charges a dict, or several of the same number of entries, that an operation is about to create. */
  readonly createDict: (entries: number, count?: number) => void
}

/** Makes the budget of one evaluation. */
export const makeBudget = (): Budget => {
  let elements = MAX_PROCESSED
  let words = MAX_WORDS
  const spendBudget = (count: number): void => {
    elements -= count
    if (elements < 0) throw new EvaluationError(`This processes more than ${MAX_PROCESSED} elements.`, FEWER)
  }
  const claimMemory = (count: number): void => {
    words -= count
    if (words < 0) throw new EvaluationError(`This creates more than ${(MAX_WORDS * 8) / 1e6} MB of values.`, FEWER)
  }
  return {
    hasLeft: (moreElements, moreWords) => moreElements <= elements && moreWords <= words,
    spendBudget,
    claimMemory,
    readCharacters: (characters) => {
      if (characters >= CHARACTERS_PER_ELEMENT) spendBudget(characters / CHARACTERS_PER_ELEMENT)
    },
    createString: (characters) => {
      if (characters > MAX_CHARACTERS)
        throw new EvaluationError(
          `This creates a string of more than ${MAX_CHARACTERS} characters.`,
          'Shorten the strings before combining them.',
        )
      claimMemory(STRING + characters / CHARACTERS_PER_WORD)
    },
    createList: (count, copies = 0) => {
      assertSize(count)
      claimMemory((1 + copies) * (LIST + count * LIST_ITEM))
    },
    createDict: (entries, count = 1) =>
      claimMemory(
        count * (DICT + (entries <= DICT_ROOM ? 0 : entries > DICT_HASHED ? HASHED_ENTRY * entries : entries)),
      ),
  }
}
