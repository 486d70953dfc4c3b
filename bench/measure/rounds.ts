import type { Lap, Runner } from './Runner.ts'
import { refuseDifferences } from './refuseDifferences.ts'
import { rotated } from './rotated.ts'

export type Laps = Readonly<Record<string, ReadonlyArray<Lap>>>

const isMade = (laps: ReadonlyArray<Lap>): boolean => laps.some(({ misses }) => misses > 0)

/**
 * One round that does not count, and then as many as are wanted. A round in which the server had to make an answer is
 * done again.
 */
export const rounds = async (
  runners: ReadonlyArray<Runner>,
  lap: (runner: Runner) => Promise<Lap>,
  { pairs, partial }: { readonly pairs: number; readonly partial: ReadonlySet<string> },
): Promise<{ readonly laps: Laps; readonly repeated: number }> => {
  const counted: Array<Readonly<Record<string, Lap>>> = []
  let repeated = 0
  for (let round = -1; round < pairs; ) {
    const now: Record<string, Lap> = {}
    // Ours goes first in the round that does not count: the others repeat what it asked.
    for (const runner of round < 0 ? runners : rotated(runners, round)) now[runner.name] = await lap(runner)
    refuseDifferences(now, partial)
    if (round >= 0 && isMade(Object.values(now))) {
      repeated += 1
      if (repeated > 3 * pairs) throw new Error('the server had to make answers in every round')
      continue
    }
    if (round >= 0) counted.push(now)
    round += 1
  }
  const lapsOf = (name: string): ReadonlyArray<Lap> => counted.flatMap((laps) => laps[name] ?? [])
  return { laps: Object.fromEntries(runners.map(({ name }) => [name, lapsOf(name)])), repeated }
}
