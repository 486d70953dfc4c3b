import type { Lap } from '../../../bench/measure/Lap.ts'

/** Makes a lap that read one value, 1. */
export const makeLap = (lap: Partial<Lap>): Lap => ({
  seconds: 1,
  count: 1,
  checksum: 1,
  rssMb: 100,
  requests: 1,
  bytes: 1_000,
  unrecorded: [],
  ...lap,
})
