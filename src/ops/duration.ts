import type { Duration } from 'date-fns'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** From here on, hours say nothing. */
const DAYS_ALONE = 100 * DAY

/** The parts of a number of seconds, the largest first. */
const partsOf = (
  seconds: number,
): ReadonlyArray<readonly [unit: 'days' | 'hours' | 'minutes' | 'seconds', count: number]> => [
  ['days', Math.floor(seconds / DAY)],
  ['hours', Math.floor((seconds % DAY) / HOUR)],
  ['minutes', Math.floor((seconds % HOUR) / MINUTE)],
  ['seconds', seconds % MINUTE],
]

/**
 * Converts seconds, such as those of `runRuntime`, to a date-fns `Duration`, which `formatDuration` of date-fns puts into
 * the words of many languages.
 *
 * Seconds are rounded to a whole number. A day has 24 hours; there are no weeks, months and years, whose lengths differ.
 * Units of which there are none are left out. Negative seconds make negative units.
 *
 * @param seconds - Seconds.
 * @returns The duration; `{ seconds: 0 }` for 0, and `{}` for `NaN` and infinities.
 * @example
 * ```ts
 * import { formatDuration } from 'date-fns'
 * import { runRuntime, secondsToDuration } from 'wandb-run-ops/ops'
 *
 * const createdAt = new Date('2026-11-20T07:00:00Z')
 * const run = { createdAt, heartbeatAt: new Date('2026-11-21T10:00:01.6Z') }
 *
 * secondsToDuration(runRuntime(run)) // => { days: 1, hours: 3, seconds: 2 }
 * formatDuration(secondsToDuration(runRuntime(run))) // => '1 day 3 hours 2 seconds'
 * ```
 * @category Run operations
 * @since 0.2.0
 */
export const secondsToDuration = (seconds: number): Duration => {
  if (!Number.isFinite(seconds)) return {}
  const whole = Math.round(Math.abs(seconds))
  if (whole === 0) return { seconds: 0 }
  const sign = seconds < 0 ? -1 : 1
  return Object.fromEntries(partsOf(whole).flatMap(([unit, count]) => (count === 0 ? [] : [[unit, sign * count]])))
}

/** Rounds seconds to the second of the two units in which they are said. */
const rounded = (seconds: number): number => {
  if (seconds < MINUTE - 0.05) return Math.round(seconds * 10) / 10
  if (seconds < HOUR - 0.5) return Math.round(seconds)
  return seconds < DAY - MINUTE / 2 ? Math.round(seconds / MINUTE) * MINUTE : Math.round(seconds / HOUR) * HOUR
}

/**
 * Says seconds, such as those of `runRuntime`, in English words: `2 days 3 hours`.
 *
 * The text has the largest unit and the next one, to which it is rounded: hours from a day on, minutes from an hour on,
 * seconds from a minute on. From 100 days on, it has days alone. Less than a minute is rounded to a tenth of a second. A day has 24 hours and is the largest unit.
 * {@link secondsToDuration} is for other languages.
 *
 * @param seconds - Seconds.
 * @returns The words, with a minus sign for negative seconds; `unknown` for `NaN`, infinities and a missing number.
 * @example
 * ```ts
 * import { describeDuration, runRuntime } from 'wandb-run-ops/ops'
 *
 * const createdAt = new Date('2026-11-20T07:00:00Z')
 * const run = { createdAt, heartbeatAt: new Date('2026-11-22T10:20:00Z') }
 *
 * describeDuration(runRuntime(run)) // => '2 days 3 hours'
 * describeDuration(0.25) // => '0.3 seconds'
 * describeDuration(59.96) // => '1 minute'
 * ```
 * @category Run operations
 * @since 0.2.0
 */
export const describeDuration = (seconds: number | undefined): string => {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return 'unknown'
  const sign = seconds < 0 ? '-' : ''
  const given = Math.abs(seconds)
  if (given >= DAYS_ALONE) return `${sign}${Math.round(given / DAY)} days`
  const length = rounded(given)
  if (length === 0) return '0 seconds'
  const words = partsOf(length).flatMap(([unit, count]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? unit.slice(0, -1) : unit}`],
  )
  return sign + words.join(' ')
}
