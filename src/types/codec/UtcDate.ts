import { parseJSON } from 'date-fns/parseJSON'
import * as t from 'io-ts'

const TIME = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const parse = (text: string): Date | undefined => {
  const found = TIME.exec(text)
  if (found === null) return undefined
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', zone = ''] = found
  const inRange =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(Number(year), Number(month)) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60
  if (!inRange) return undefined
  // parseJSON reads at most seven digits of a fraction, and a zone only right behind them.
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3)
  const offset = zone.toUpperCase() === 'Z' || zone === '' ? 'Z' : zone
  const date = parseJSON(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}${offset}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}

const isDate = (u: unknown): u is Date => u instanceof Date && !Number.isNaN(u.getTime())

/**
 * A moment, written as W&B writes it: ISO 8601 with `Z`, with an offset, with a space for the `T`, with any number of
 * fraction digits (those after the third are cut), or with no zone at all, which means UTC on every machine.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const UtcDate: t.Type<Date, string, unknown> = new t.Type(
  'UtcDate',
  isDate,
  (u, context) => {
    const date = typeof u === 'string' ? parse(u) : isDate(u) ? new Date(u.getTime()) : undefined
    return date === undefined ? t.failure(u, context) : t.success(date)
  },
  (date) => date.toISOString(),
)
