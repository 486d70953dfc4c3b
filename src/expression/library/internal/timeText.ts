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

/** Milliseconds in the largest unit that leaves at least 1: years of 365 days and months of 30 to a tenth, others whole. */
export const timeText = (milliseconds: number): string => {
  const unit = units.find(([, length]) => Math.abs(milliseconds) >= length)
  if (unit === undefined) return 'less than 1 ms'
  const [name, length, decimals] = unit
  const figure = (milliseconds / length).toFixed(decimals).replace(/\.0$/, '')
  return `${figure} ${name}${figure === '1' || figure === '-1' ? '' : 's'}`
}
