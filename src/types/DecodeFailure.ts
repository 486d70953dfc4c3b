import type * as t from 'io-ts'
import { isObject } from './codec/isObject.ts'
import { typeName } from './codec/typeName.ts'

/**
 * Why something the server sent could not be read, and where it stood. It holds no value, so it is safe to log.
 * As JSON it is at most 200 characters long; longer names are cut with an ellipsis.
 *
 * @category Model
 * @since 0.1.0
 */
export interface DecodeFailure {
  /** The way to the value from the record: `['config', 'learning_rate']`. Empty for the run as a whole. */
  readonly path: ReadonlyArray<string>
  /** What should have been there: the name of a codec. */
  readonly expected: string
  /** The type of what was there. */
  readonly actual: string
  /** The run that could not be read, where at least its id could. */
  readonly runId?: string
  /** The page it stood on, from 0. */
  readonly page?: number
  /** Its place on that page, from 0. */
  readonly index?: number
}

/**
 * Where on the wire a run stood.
 *
 * @category Model
 * @since 0.1.0
 */
export interface WirePlace {
  /** The page, from 0. */
  readonly page?: number
  /** The place on the page, from 0. */
  readonly index?: number
}

const jsonLength = (u: unknown): number => JSON.stringify(u).length

const clip = (text: string, room: number): string => {
  if (jsonLength(text) <= room) return text
  let end = Math.min(text.length, room - 3)
  while (end > 0 && jsonLength(`${text.slice(0, end)}…`) > room) end -= 1
  return `${text.slice(0, end)}…`
}

/** The ends of a path say most: what is cut is the middle. */
const clipPath = (path: ReadonlyArray<string>, room: number): ReadonlyArray<string> => {
  if (jsonLength(path) <= room) return path
  const ends = path.length <= 3 ? path : [...path.slice(0, 2), '…', ...path.slice(-1)]
  const share = Math.floor((room - 2 - ends.length) / ends.length)
  return ends.map((key) => clip(key, share))
}

/** Members of a union or an intersection are steps of the codec, not of the value. */
const isStepOfCodec = (parent: t.ContextEntry | undefined): boolean => {
  const tag: unknown = isObject(parent?.type) ? parent.type['_tag'] : undefined
  return tag === 'UnionType' || tag === 'IntersectionType'
}

const pathOf = (context: t.Context): ReadonlyArray<string> =>
  context.flatMap(({ key }, step) => (step === 0 || isStepOfCodec(context[step - 1]) ? [] : [key]))

/**
 * The first of a codec's errors, without the value that caused it.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const toDecodeFailure = (errors: t.Errors, runId?: unknown, place: WirePlace = {}): DecodeFailure => {
  const error = errors[0]
  const context = error?.context ?? []
  return Object.freeze({
    path: Object.freeze(clipPath(pathOf(context), 76)),
    expected: clip(context.at(-1)?.type.name ?? 'readable', 32),
    actual: typeName(error?.value),
    ...(typeof runId === 'string' ? { runId: clip(runId, 18) } : {}),
    ...(place.page === undefined ? {} : { page: place.page }),
    ...(place.index === undefined ? {} : { index: place.index }),
  })
}
