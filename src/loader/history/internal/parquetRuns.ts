/** Something that stands in a part of a file. */
export interface Placed<A> {
  readonly start: number
  readonly end: number
  readonly what: A
}

/** A part of a file that is fetched at once, and what stands in it, in the order of the file. */
export interface Run<A> {
  readonly start: number
  readonly end: number
  readonly places: ReadonlyArray<Placed<A>>
}

/** Bytes nobody asked for that are cheaper to fetch than another request. */
const GAP = 2 ** 17

/** How much one run holds, unless a single place is larger. */
const LARGEST = 2 ** 22

/** Puts what stands close together into one run, so that it takes one request. */
export const runsOf = <A>(places: ReadonlyArray<Placed<A>>): ReadonlyArray<Run<A>> => {
  const runs: Array<{ start: number; end: number; places: Array<Placed<A>> }> = []
  for (const place of [...places].sort((one, other) => one.start - other.start)) {
    const last = runs.at(-1)
    const end = Math.max(last?.end ?? 0, place.end)
    if (last !== undefined && place.start - last.end <= GAP && end - last.start <= LARGEST) {
      last.end = end
      last.places.push(place)
    } else runs.push({ start: place.start, end: place.end, places: [place] })
  }
  return runs
}
