import type * as t from 'io-ts'
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

const LONGEST = 200

const jsonLength = (u: unknown): number => JSON.stringify(u).length

/** Half a surrogate pair takes more room in JSON than the whole pair, so no character is cut in two. */
const clip = (text: string, room: number): string => {
  if (text.length < room && jsonLength(text) <= room) return text
  let end = Math.max(0, Math.min(text.length, room - 3))
  while (end > 0 && jsonLength(`${text.slice(0, end)}…`) > room) end -= 1
  return `${text.slice(0, end)}…`
}

/** The ends of a path say most: what is cut is the middle. */
const clipPath = (path: ReadonlyArray<string>, room: number): ReadonlyArray<string> => {
  if (path.length < room && path.every((key) => key.length < room) && jsonLength(path) <= room) return path
  const ends = path.length <= 3 ? path : [...path.slice(0, 2), '…', ...path.slice(-1)]
  const share = Math.floor((room - 2 - ends.length) / ends.length)
  return ends.map((key) => clip(key, share))
}

/** Members of a union or an intersection are steps of the codec, not of the value: they read the value of their parent. */
const isStepOfCodec = (entry: t.ContextEntry, parent: t.ContextEntry): boolean =>
  /^\d+$/.test(entry.key) && Object.is(entry.actual, parent.actual)

/** The steps that the value itself has, the root first. */
const stepsOfValue = (context: t.Context): ReadonlyArray<t.ContextEntry> =>
  context.filter((entry, step) => {
    const parent = context[step - 1]
    return parent === undefined || !isStepOfCodec(entry, parent)
  })

const place = (key: 'page' | 'index', n: number | undefined): WirePlace => (Number.isSafeInteger(n) ? { [key]: n } : {})

/**
 * The first of a codec's errors, without the value that caused it.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const toDecodeFailure = (errors: t.Errors, runId?: unknown, at: WirePlace = {}): DecodeFailure => {
  const error = errors[0]
  const steps = stepsOfValue(error?.context ?? [])
  const failure: DecodeFailure = {
    path: [],
    expected: clip(steps.at(-1)?.type.name ?? 'readable', 32),
    actual: typeName(error?.value),
    ...(typeof runId === 'string' && runId !== '' ? { runId: clip(runId, 40) } : {}),
    ...place('page', at.page),
    ...place('index', at.index),
  }
  const room = LONGEST - jsonLength(failure) + jsonLength(failure.path)
  const path = clipPath(
    steps.slice(1).map(({ key }) => key),
    room,
  )
  return Object.freeze({ ...failure, path: Object.freeze(path) })
}
