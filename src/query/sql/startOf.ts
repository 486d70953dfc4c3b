import type { StartOfColumn } from '../Column.ts'
import { DAY, HOUR, MONDAY, type TimeUnit } from '../time/calendar.ts'
import type { Dialect } from './Sql.ts'
import type { SqlWriter } from './Writer.ts'

/** The parts of SQL for times that differ. All times are integers of milliseconds, as in the table of runs. */
interface Clock {
  /** What the clocks of a zone show at a time, as the UTC time that looks the same. */
  readonly at: (time: string, zone: string) => string
  /** What a clock shows at the start of the unit that it shows. */
  readonly floor: (clock: string, unit: TimeUnit) => string
  /** Names a value, which SQL would repeat otherwise. */
  readonly where: (name: string, value: string, sql: string) => string
}

const clocks: Readonly<Record<Dialect, Clock>> = {
  duckdb: {
    at: (time, zone) => `epoch_ms(timezone(${zone}, timezone('UTC', epoch_ms(${time}))))`,
    floor: (clock, unit) => `epoch_ms(date_trunc('${unit}', epoch_ms(${clock})))`,
    where: (name, value, sql) => `[${sql} FOR ${name} IN [${value}]][1]`,
  },
  clickhouse: {
    at: (time, zone) => `(${time} + 1000 * timezoneOffset(fromUnixTimestamp64Milli(${time}, ${zone})))`,
    floor: (clock, unit) => {
      if (unit === 'hour') return `(${clock} - positiveModulo(${clock}, ${HOUR}))`
      if (unit === 'week') return `(${clock} - positiveModulo(${clock} - ${MONDAY}, ${7 * DAY}))`
      const day = `${clock} - positiveModulo(${clock}, ${DAY})`
      const days = unit === 'day' ? '' : ` - ${DAY} * (toDayOfMonth(fromUnixTimestamp64Milli(${clock}, 'UTC')) - 1)`
      return `(${day}${days})`
    },
    where: (name, value, sql) => `arrayMap(${name} -> ${sql}, [${value}])[1]`,
  },
}

/** Transitions that matter to the start of a day are within this time of it, and others are not. */
const NEAR = 3 * HOUR

/**
 * The start of the unit of a time, as in memory: engines themselves take the second of two equal times for it, which may be
 * later than the time.
 */
export const startOfSql = (
  time: string,
  { unit, zone }: StartOfColumn,
  { engine, bind }: Pick<SqlWriter, 'bind' | 'engine'>,
): string => {
  const { at: clockIn, floor, where } = clocks[engine.dialect]
  const name = bind(zone)
  const at = (instant: string): string => clockIn(instant, name)
  if (unit === 'hour') {
    const old = `(${time} + ${at('sharp')} - sharp)`
    // The clocks were changed since the full hour, at a full hour of the old ones.
    const sql = `CASE WHEN ${at('sharp')} = shown THEN sharp ELSE ${time} - ${old} + ${floor(old, unit)} END`
    return where('shown', floor(at(time), unit), where('sharp', `${time} - ${at(time)} + shown`, sql))
  }
  // The moments that would show the start by the offset at the time, and by those before and after the start.
  const moment = (near: string): string => `shown - ${at(near)} + ${near}`
  const either = `CASE WHEN ${at('early')} >= shown AND (early <= late OR ${at('late')} < shown) THEN early ELSE late END`
  const changed = where('late', moment(`(guess + ${NEAR})`), either)
  const sql = `CASE WHEN early = guess AND ${at('early')} = shown THEN early ELSE ${changed} END`
  return where(
    'shown',
    floor(at(time), unit),
    where('guess', `${time} - ${at(time)} + shown`, where('early', moment(`(guess - ${NEAR})`), sql)),
  )
}
