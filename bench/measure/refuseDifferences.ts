import { agree } from './agree.ts'
import type { Lap } from './Runner.ts'

/** Fails where two sides did not read the same. A side that did a part is compared with the first part of ours. */
export const refuseDifferences = (laps: Readonly<Record<string, Lap>>, partial: ReadonlySet<string>): void => {
  const { ours } = laps
  for (const [name, lap] of Object.entries(laps)) {
    if (ours === undefined || name === 'server') continue
    const wanted = partial.has(name) ? ours.head : ours
    if (wanted === undefined || !agree(lap, wanted))
      throw new Error(
        `${name} read ${lap.count} with the sum ${lap.checksum}, and ours ${wanted?.count} with the sum ${wanted?.checksum}`,
      )
  }
}
