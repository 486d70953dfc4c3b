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
  return {
    now: () => time,
    sleep: async (milliseconds) => {
      sleeps.push(milliseconds)
      time += milliseconds
    },
    // Half of the spread: delays come out as they are set.
    random: () => 0.5,
    sleeps,
    pass: (milliseconds) => {
      time += milliseconds
    },
  }
}
