import type { RecordedRequest } from '../server/Traffic.ts'
import type { Lap, Runner } from './Lap.ts'
import { assertSameTotals } from './totals.ts'

export type Laps = Readonly<Record<string, ReadonlyArray<Lap>>>

/** Returns the sides in the order of a round: each round starts with another side, so that none always follows the same. */
export const rotate = <A>(sides: ReadonlyArray<A>, round: number): ReadonlyArray<A> => {
  const first = round % sides.length
  return [...sides.slice(first), ...sides.slice(0, first)]
}

/** Shows the end of the body, where GraphQL clients put the variables. */
const describeRequest = ({ method, path, range, body }: RecordedRequest): string =>
  [method, path, range ?? '', body.length > 200 ? `…${body.slice(-200)}` : body].filter((part) => part !== '').join(' ')

/** Throws if the time of a lap includes the server's work on a response. */
const assertRecorded = (name: string, { unrecorded }: Lap, round: number): void => {
  const [first] = unrecorded
  if (first === undefined) return
  throw new Error(
    `Unrecorded requests from ${name} in round ${round + 1}: expected those of the warm-up round, ` +
      `got ${unrecorded.length} others, the first ${describeRequest(first)}`,
  )
}

/** Runs a warm-up round, in which the server records its responses, and then the rounds that count. */
export const runRounds = async (
  runners: ReadonlyArray<Runner>,
  runLap: (runner: Runner) => Promise<Lap>,
  { pairs, partial }: { readonly pairs: number; readonly partial: ReadonlySet<string> },
): Promise<Laps> => {
  const rounds: Array<Readonly<Record<string, Lap>>> = []
  for (let round = -1; round < pairs; round += 1) {
    const laps: Record<string, Lap> = {}
    // Ours goes first in the warm-up round: the floor repeats its requests.
    for (const runner of round < 0 ? runners : rotate(runners, round)) {
      const lap = await runLap(runner)
      if (round >= 0) assertRecorded(runner.name, lap, round)
      laps[runner.name] = lap
    }
    assertSameTotals(laps, partial)
    if (round >= 0) rounds.push(laps)
  }
  return Object.fromEntries(runners.map(({ name }) => [name, rounds.flatMap((laps) => laps[name] ?? [])]))
}
