/** Inclusive ranges of code points, ascending and disjoint. */
export type Ranges = ReadonlyArray<readonly [from: number, to: number]>

export const LAST = 0x10ffff

/** The same code points in order, without overlaps. */
export const sorted = (ranges: Ranges): Ranges => {
  const joined: Array<readonly [from: number, to: number]> = []
  for (const [from, to] of ranges.toSorted(([one], [other]) => one - other)) {
    const before = joined.at(-1)
    if (before !== undefined && from <= before[1] + 1) joined.splice(-1, 1, [before[0], Math.max(before[1], to)])
    else joined.push([from, to])
  }
  return joined
}

/** All other code points. The ranges must be sorted. */
export const complement = (ranges: Ranges): Ranges => {
  const starts = [0, ...ranges.map(([, to]) => to + 1)]
  const ends = [...ranges.map(([from]) => from - 1), LAST]
  return starts.flatMap((from, index) => {
    const to = ends[index] ?? LAST
    return from <= to ? [[from, to] as const] : []
  })
}

export const isWithin = (ranges: Ranges, whole: Ranges): boolean =>
  ranges.every(([from, to]) => whole.some(([first, last]) => first <= from && to <= last))

export const isApart = (ranges: Ranges, others: Ranges): boolean =>
  ranges.every(([from, to]) => others.every(([first, last]) => to < first || last < from))
