import * as t from 'io-ts'
import { parseTime } from './parseTime.ts'

const isDate = (u: unknown): u is Date => u instanceof Date && !Number.isNaN(u.getTime())

/**
 * A time as W&B writes it: ISO 8601 with `Z`, with an offset, with a space instead of the `T`, with any number of
 * fraction digits (those after the third are dropped), or without a time zone, which means UTC on every machine.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const UtcDate: t.Type<Date, string, unknown> = new t.Type(
  'UtcDate',
  isDate,
  (u, context) => {
    const date = typeof u === 'string' ? parseTime(u) : isDate(u) ? new Date(u.getTime()) : undefined
    return date === undefined ? t.failure(u, context) : t.success(date)
  },
  (date) => date.toISOString(),
)
