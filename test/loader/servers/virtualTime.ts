/** Time that passes only while someone sleeps. */
export const virtualTime = (
  start = Date.UTC(2024, 0, 1),
): {
  readonly now: () => number
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  readonly random: () => number
  readonly sleeps: ReadonlyArray<number>
  readonly pass: (milliseconds: number) => void
} => {
  let time = start
  const sleeps: Array<number> = []
  const clock = {
    now: () => time,
    sleep: async (milliseconds: number) => {
      sleeps.push(milliseconds)
      time += milliseconds
    },
    // Half of the spread: delays come out as they are set.
    random: () => 0.5,
  }
  const pass = (milliseconds: number): void => {
    time += milliseconds
  }
  // Not enumerable, so that the clock can be spread into the options of a client.
  return Object.defineProperties(clock, { sleeps: { value: sleeps }, pass: { value: pass } }) as typeof clock & {
    readonly sleeps: ReadonlyArray<number>
    readonly pass: (milliseconds: number) => void
  }
}
