import type { Totals } from '../process/Side.ts'
import type { Lap } from './Lap.ts'

const TOLERANCE = 1e-9

/** Compares totals. The sums may differ in their last digits, since the sides add in different orders. */
export const sameTotals = (a: Totals, b: Totals): boolean =>
  a.count === b.count &&
  Math.abs(a.checksum - b.checksum) <= TOLERANCE * Math.max(1, Math.abs(a.checksum), Math.abs(b.checksum))

const describeTotals = ({ count, checksum }: Totals): string => `${count} values with the sum ${checksum}`

/** Throws if the sides of a round read different data. A partial side is compared with the first part of ours. */
export const assertSameTotals = (laps: Readonly<Record<string, Lap>>, partial: ReadonlySet<string>): void => {
  const { ours } = laps
  for (const [name, lap] of Object.entries(laps)) {
    if (ours === undefined || name === 'server') continue
    const expected = partial.has(name) ? ours.head : ours
    if (expected === undefined || !sameTotals(lap, expected))
      throw new Error(
        `${name} read ${describeTotals(lap)}; expected ${expected === undefined ? 'a head of ours' : describeTotals(expected)}, as ours.`,
      )
  }
}
