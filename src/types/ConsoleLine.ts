import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { Int64 } from './codec/Int64.ts'
import { nullable } from './codec/nullable.ts'
import { field, record } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'

/**
 * A line that a run wrote to its console.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ConsoleLine {
  /** Its place in the log, from 0. */
  readonly number: number
  /** When it was written; `undefined` where the server does not tell, or not in a way that can be read. */
  readonly timestamp: Date | undefined
  /** `error` for what went to the standard error stream; `undefined` for the rest. */
  readonly level: string | undefined
  /** Which of several processes wrote it; `undefined` where there is one. */
  readonly label: string | undefined
  /** The text, without the line break; escape sequences of the terminal are in it. */
  readonly content: string
}

/** The empty text stands for nothing on the wire. */
const nonEmpty: t.Type<string | undefined, unknown> = new t.Type(
  'string | null',
  nullable(t.string).is,
  (u, context) => E.map((s: string | undefined) => s || undefined)(nullable(t.string).validate(u, context)),
  (s) => s ?? '',
)

const content: t.Type<string, unknown> = new t.Type(
  'string | null',
  t.string.is,
  (u, context) => E.map((s: string | undefined) => s ?? '')(nullable(t.string).validate(u, context)),
  t.identity,
)

/** A time that cannot be read costs no line. */
const timestamp: t.Type<Date | undefined, unknown> = new t.Type(
  'UtcDate | null',
  nullable(UtcDate).is,
  (u, context) => {
    const read = UtcDate.validate(u, context)
    return t.success(E.isRight(read) ? read.right : undefined)
  },
  (date) => (date === undefined ? null : UtcDate.encode(date)),
)

/**
 * Reads a `LogLine` node of the wire.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ConsoleLine: t.Type<ConsoleLine, unknown> = record<ConsoleLine>('ConsoleLine', {
  number: field('number', Int64),
  timestamp: field('timestamp', timestamp),
  level: field('level', nonEmpty),
  label: field('label', nonEmpty),
  content: field('line', content),
})
