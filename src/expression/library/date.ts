import { timeZoneIssue } from '../../query/time/zone.ts'
import { EvaluationError } from '../values/budget.ts'
import type { Evaluation, LibraryOperation, LibraryParameter } from '../values/LibraryOperation.ts'
import { operatorOperation } from './operatorOperation.ts'
import { startOfUnit, startOfUnitIn, timeUnits } from './units.ts'

const DAY = 86_400_000

const units: ReadonlyArray<readonly [name: string, milliseconds: number, decimals: 0 | 1]> = [
  ['year', 365 * DAY, 1],
  ['month', 30 * DAY, 1],
  ['day', DAY, 0],
  ['hour', 3_600_000, 0],
  ['minute', 60_000, 0],
  ['second', 1000, 0],
  ['millisecond', 1, 0],
]

/** Formats a duration in the largest unit of which there is at least 1; years and months are rounded to a tenth. */
const formatDuration = (milliseconds: number): string => {
  const unit = units.find(([, length]) => Math.abs(milliseconds) >= length)
  if (unit === undefined) return 'less than 1 ms'
  const [name, length, decimals] = unit
  const count = (milliseconds / length).toFixed(decimals).replace(/\.0$/, '')
  return `${count} ${name}${count === '1' || count === '-1' ? '' : 's'}`
}

/** An operation on a date costs as much as processing this many elements. */
const CALENDAR = 15

type Call = (date: Date, arg: unknown) => unknown

const ofDate = (
  name: string,
  description: string,
  returns: LibraryOperation['returns'],
  call: Call,
  ...parameters: ReadonlyArray<LibraryParameter>
): LibraryOperation => ({
  name,
  chain: name.slice(name.indexOf('-') + 1),
  kind: 'date',
  parameters,
  returns,
  description,
  visibility: 'hidden',
  call: (date: Date, [arg]: readonly [unknown], evaluation: Evaluation) => {
    evaluation.spendBudget(CALENDAR)
    return Number.isNaN(date.getTime()) ? null : call(date, arg)
  },
})

const isValidDate = (value: unknown): value is Date => value instanceof Date && !Number.isNaN(value.getTime())

const other: LibraryParameter = { name: 'rhs', type: 'maybe<date>', description: 'The other date.' }

const zoneParameter: LibraryParameter = {
  name: 'zone',
  type: 'string',
  description: 'The name of a time zone, such as `Europe/Berlin`; UTC by default.',
  optional: true,
}

const inZone = (date: Date, unit: (typeof timeUnits)[number], zone: unknown): Date | null => {
  if (zone === undefined) return startOfUnit(date, unit)
  if (typeof zone !== 'string') return null
  const issue = timeZoneIssue(zone)
  if (issue !== undefined) throw new EvaluationError(`The zone ${issue}.`, 'Pass the name of a time zone.')
  return startOfUnitIn(zone, date, unit)
}

const roundings = timeUnits.map((unit) =>
  ofDate(
    `date_round-${unit}`,
    `Returns the start of the ${unit} of the date, in UTC or another time zone.${unit === 'week' ? '\n\nWeeks start on Sunday.' : ''}`,
    {
      type: 'maybe<date>',
      description: `The start of the ${unit}; \`null\` if it is before the first representable date.`,
    },
    (date, zone) => inZone(date, unit, zone),
    zoneParameter,
  ),
)

/** Operations on dates. */
export const dateOperations: ReadonlyArray<LibraryOperation> = [
  operatorOperation({
    name: 'date-sub',
    kind: 'date',
    operator: '-',
    parameter: other,
    returns: { type: 'maybe<number>', description: 'Milliseconds; `null` if either is `null`.' },
    description: 'Returns the time from another date to this one, in milliseconds.',
    visibility: 'hidden',
  }),
  ofDate(
    'datetime-addms',
    'Adds milliseconds to the date.',
    { type: 'maybe<date>', description: 'The date; `null` if it is out of range.' },
    (date, milliseconds) => {
      const later = new Date(date.getTime() + (typeof milliseconds === 'number' ? milliseconds : Number.NaN))
      return isValidDate(later) ? later : null
    },
    { name: 'rhs', type: 'maybe<number>', description: 'Milliseconds; negative for an earlier date.' },
  ),
  ofDate(
    'date-toNumber',
    'Returns the Unix time of the date, in seconds.',
    { type: 'maybe<number>', description: 'Seconds, with a fraction; `null` for an invalid date.' },
    (date) => date.getTime() / 1000,
  ),
  ...roundings,
  ofDate(
    'timestamp-relativeStringAutoFormat',
    'Formats the time from another date to this one in the largest unit that is at least 1.\n\nYears have 365 days and months 30 days; years and months are rounded to a tenth, other units to whole numbers.',
    {
      type: 'maybe<string>',
      description: 'The string: `1 day`, `-21 hours`, `1.1 years`, `less than 1 ms`; `null` if either is `null`.',
    },
    (date, from) => (isValidDate(from) ? formatDuration(date.getTime() - from.getTime()) : null),
    other,
  ),
]
