/** What a side read: how much, and a sum over it. */
export interface Facts {
  readonly count: number
  readonly checksum: number
}

const TOLERANCE = 1e-9

/** Whether two sides read the same. Sums of the same numbers in another order differ in the last digits. */
export const agree = (one: Facts, other: Facts): boolean =>
  one.count === other.count &&
  Math.abs(one.checksum - other.checksum) <= TOLERANCE * Math.max(1, Math.abs(one.checksum), Math.abs(other.checksum))
