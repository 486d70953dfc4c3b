import type { Lap } from '../../../bench/measure/Runner.ts'

/** A lap in which a thing was read that counts 1 and has the sum 1. */
export const lapOf = (lap: Partial<Lap>): Lap => ({
  seconds: 1,
  count: 1,
  checksum: 1,
  rssMb: 100,
  requests: 1,
  bytes: 1_000,
  misses: 0,
  ...lap,
})
