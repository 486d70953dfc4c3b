import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { typeName } from './own.ts'

/**
 * Why a value sent by the server could not be decoded, and where it was. It contains no values, so it is safe to log.
 * As JSON it is at most 200 characters long; longer names are truncated with an ellipsis.
 *
 * @category Model
 * @since 0.1.0
 */
export interface DecodeFailure {
  /** The path from the record to the value: `['config', 'learning_rate']`. Empty for the record itself. */
  readonly path: ReadonlyArray<string>
  /** What was expected: the name of a codec. */
  readonly expected: string
  /** The type of the actual value. */
  readonly actual: string
  /** The run that could not be decoded, if its id could. */
  readonly runId?: string
  /** The page it was on, from 0. */
  readonly page?: number
  /** Its index on that page, from 0. */
  readonly index?: number
}

/**
 * The position of a run in the server's replies.
 *
 * @category Model
 * @since 0.1.0
 */
export interface NodePosition {
  /** The page, from 0. */
  readonly page?: number
  /** The index on the page, from 0. */
  readonly index?: number
}

const MAX_LENGTH = 200

const jsonLength = (u: unknown): number => JSON.stringify(u).length

/** A lone surrogate takes more room in JSON than the whole pair, so no character is split. */
const truncate = (text: string, room: number): string => {
  if (text.length < room && jsonLength(text) <= room) return text
  let end = Math.max(0, Math.min(text.length, room - 3))
  while (end > 0 && jsonLength(`${text.slice(0, end)}…`) > room) end -= 1
  return `${text.slice(0, end)}…`
}

/** The ends of a path are the most informative, so the middle is cut. */
const truncatePath = (path: ReadonlyArray<string>, room: number): ReadonlyArray<string> => {
  if (path.length < room && path.every((key) => key.length < room) && jsonLength(path) <= room) return path
  const ends = path.length <= 3 ? path : [...path.slice(0, 2), '…', ...path.slice(-1)]
  const share = Math.floor((room - 2 - ends.length) / ends.length)
  return ends.map((key) => truncate(key, share))
}

/** Members of a union or an intersection are steps of the codec, not of the value: they read their parent's value. */
const isStepOfCodec = (entry: t.ContextEntry, parent: t.ContextEntry): boolean =>
  /^\d+$/.test(entry.key) && Object.is(entry.actual, parent.actual)

/** The steps that correspond to the value, from the root. */
const stepsOfValue = (context: t.Context): ReadonlyArray<t.ContextEntry> =>
  context.filter((entry, step) => {
    const parent = context[step - 1]
    return parent === undefined || !isStepOfCodec(entry, parent)
  })

const positionField = (key: 'page' | 'index', n: number | undefined): NodePosition =>
  Number.isSafeInteger(n) ? { [key]: n } : {}

/**
 * The first error of a codec, without the value that caused it.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const toDecodeFailure = (errors: t.Errors, runId?: unknown, at: NodePosition = {}): DecodeFailure => {
  const error = errors[0]
  const steps = stepsOfValue(error?.context ?? [])
  const failure: DecodeFailure = {
    path: [],
    expected: truncate(steps.at(-1)?.type.name ?? 'readable', 32),
    actual: typeName(error?.value),
    ...(typeof runId === 'string' && runId !== '' ? { runId: truncate(runId, 40) } : {}),
    ...positionField('page', at.page),
    ...positionField('index', at.index),
  }
  const room = MAX_LENGTH - jsonLength(failure) + jsonLength(failure.path)
  const path = truncatePath(
    steps.slice(1).map(({ key }) => key),
    room,
  )
  return Object.freeze({ ...failure, path: Object.freeze(path) })
}

/**
 * Decodes GraphQL nodes one at a time, with a short reason for each that could not be decoded.
 *
 * @returns A function from a node and its position to the record, or to the reason why it could not be decoded. It
 *   never throws.
 * @category Codec blocks
 * @since 0.1.0
 */
export const decodeNode =
  <A>(codec: t.Type<A, unknown>): ((node: unknown, at?: NodePosition) => E.Either<DecodeFailure, A>) =>
  (node, at) => {
    try {
      const record = codec.decode(node)
      return E.isRight(record) ? record : E.left(toDecodeFailure(record.left, undefined, at))
    } catch {
      // Only reached by an object that runs code when read: a getter or a proxy.
      return E.left(toDecodeFailure([{ value: {}, context: t.getDefaultContext(codec) }], undefined, at))
    }
  }
