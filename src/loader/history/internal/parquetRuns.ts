/** An item in a byte range of a file. */
export interface Placed<A> {
  readonly start: number
  readonly end: number
  readonly what: A
}

/** A byte range that is fetched in one request, and its items in the order of the file. */
export interface Run<A> {
  readonly start: number
  readonly end: number
  readonly items: ReadonlyArray<Placed<A>>
}

/** The largest gap between items that is cheaper to fetch than another request. */
const GAP = 2 ** 17

/** The maximum length of a byte range, unless a single item is longer. */
const LARGEST = 2 ** 22

/** Coalesces items that are close together into byte ranges. */
export const runsOf = <A>(items: ReadonlyArray<Placed<A>>): ReadonlyArray<Run<A>> => {
  const runs: Array<{ start: number; end: number; items: Array<Placed<A>> }> = []
  for (const item of [...items].sort((one, other) => one.start - other.start)) {
    const last = runs.at(-1)
    const end = Math.max(last?.end ?? 0, item.end)
    if (last !== undefined && item.start - last.end <= GAP && end - last.start <= LARGEST) {
      last.end = end
      last.items.push(item)
    } else runs.push({ start: item.start, end: item.end, items: [item] })
  }
  return runs
}
