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
export const timeText = (milliseconds: number): string => {
  const unit = units.find(([, length]) => Math.abs(milliseconds) >= length)
  if (unit === undefined) return 'less than 1 ms'
  const [name, length, decimals] = unit
  const count = (milliseconds / length).toFixed(decimals).replace(/\.0$/, '')
  return `${count} ${name}${count === '1' || count === '-1' ? '' : 's'}`
}
