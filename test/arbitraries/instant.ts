import fc from 'fast-check'

const DAY = 86_400_000

/** Zones whose clocks are changed by an hour, by half an hour, at midnight, by a whole day, or never. */
export const plainZones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Asia/Beirut',
] as const

/** Zones whose clocks show midnight twice, or are changed at a minute past it. */
export const oddZones = [
  'America/Havana',
  'Atlantic/Azores',
  'America/St_Johns',
  'Antarctica/Casey',
  'Africa/Casablanca',
  'Asia/Pyongyang',
] as const

const offsetIn = (zone: string): ((time: number) => string) => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  return (time) => format.format(time).split('GMT')[1] ?? ''
}

/** The days, in Unix milliseconds, on which the clocks of a zone are changed. */
const daysOfChange = (zone: string): ReadonlyArray<number> => {
  const offset = offsetIn(zone)
  const days = Array.from({ length: 16 * 365 }, (_, index) => Date.UTC(2006, 0) + index * DAY)
  return days.filter((day) => offset(day) !== offset(day + DAY))
}

const days = new Map<string, ReadonlyArray<number>>()

/** The days of change of a zone, found once. */
const cachedDays = (zone: string): ReadonlyArray<number> => {
  const found = days.get(zone) ?? daysOfChange(zone)
  days.set(zone, found)
  return found
}

const anyInstant = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2100, 0) })

/** Milliseconds within a day and a half of a change of the clocks, often on the minute; and any others. */
export const instantIn = (zone: string): fc.Arbitrary<number> => {
  const changes = cachedDays(zone)
  if (changes.length === 0) return anyInstant
  const minutes = fc.integer({ min: -36 * 60, max: 60 * 60 }).map((minute) => minute * 60_000)
  const away = fc.tuple(minutes, fc.constantFrom(0, 0, 1, -1, 29_999)).map(([minute, rest]) => minute + rest)
  const near = fc.tuple(fc.constantFrom(...changes), away).map(([day, time]) => day + time)
  return fc.oneof({ weight: 6, arbitrary: near }, { weight: 1, arbitrary: anyInstant })
}
