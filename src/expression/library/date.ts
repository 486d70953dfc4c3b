import { operatorOperation } from './internal/operatorOperation.ts'
import { startOf, timeUnits } from './internal/startOf.ts'
import { timeText } from './internal/timeText.ts'
import type { LibraryOperation, LibraryParameter } from './LibraryOperation.ts'

type Call = (moment: Date, arg: unknown) => unknown

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
  call: (moment: Date, [arg]: readonly [unknown]) => (Number.isNaN(moment.getTime()) ? null : call(moment, arg)),
})

const isMoment = (value: unknown): value is Date => value instanceof Date && !Number.isNaN(value.getTime())

const other: LibraryParameter = { name: 'rhs', type: 'maybe<date>', description: 'The other moment.' }

const roundings = timeUnits.map((unit) =>
  ofDate(
    `date_round-${unit}`,
    `Gives the beginning of the ${unit} that the moment is in, in UTC.${unit === 'week' ? '\n\nWeeks begin on Sunday.' : ''}`,
    { type: 'maybe<date>', description: `The beginning of the ${unit}; \`null\` where it is before all moments.` },
    (moment) => startOf(moment, unit),
  ),
)

/** Operations of a moment. */
export const dateOperations: ReadonlyArray<LibraryOperation> = [
  operatorOperation({
    name: 'date-sub',
    kind: 'date',
    operator: '-',
    parameter: other,
    returns: { type: 'maybe<number>', description: 'Milliseconds; `null` where one of the two is `null`.' },
    description: 'Gives the time from another moment to this one in milliseconds.',
    visibility: 'hidden',
  }),
  ofDate(
    'datetime-addms',
    'Gives the moment so many milliseconds later.',
    { type: 'maybe<date>', description: 'The moment; `null` where there is none so far away.' },
    (moment, milliseconds) => {
      const later = new Date(moment.getTime() + (typeof milliseconds === 'number' ? milliseconds : Number.NaN))
      return isMoment(later) ? later : null
    },
    { name: 'rhs', type: 'maybe<number>', description: 'Milliseconds, negative for a moment before.' },
  ),
  ofDate(
    'date-toNumber',
    'Gives the seconds from 1970 in UTC to the moment.',
    { type: 'maybe<number>', description: 'Seconds, with a fraction; `null` where the moment is none.' },
    (moment) => moment.getTime() / 1000,
  ),
  ...roundings,
  ofDate(
    'timestamp-relativeStringAutoFormat',
    'Writes the time from another moment to this one in the largest unit that leaves at least 1.\n\nYears have 365 days and months 30; these two are written to a tenth, the others whole.',
    {
      type: 'maybe<string>',
      description:
        'The text: `1 day`, `-21 hours`, `1.1 years`, `less than 1 ms`; `null` where one of the two is `null`.',
    },
    (moment, from) => (isMoment(from) ? timeText(moment.getTime() - from.getTime()) : null),
    other,
  ),
]
