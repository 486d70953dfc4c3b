import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { Int64 } from '../wire/int64.ts'
import { field, nullable, record } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'

/**
 * A line of a run's console output.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ConsoleLine {
  /** The line number, from 0. */
  readonly number: number
  /** When it was written; `undefined` if the server does not report it or the time is unreadable. */
  readonly timestamp: Date | undefined
  /** `error` for the standard error stream; `undefined` otherwise. */
  readonly level: string | undefined
  /** The process that wrote it, if there are several; `undefined` if there is only one. */
  readonly label: string | undefined
  /** The text, without the line break; terminal escape sequences are included. */
  readonly content: string
}

/** The server sends the empty string for an absent value. */
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

/** An unreadable time does not fail the line. */
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
 * Decodes a GraphQL `LogLine` node.
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
