/** The rows of a bucket that are kept: those from `start` on and before `end`; `next` is where the next bucket ends. */
type Choose = (start: number, end: number, next: number) => ReadonlyArray<number>

/** The first row and the last, and what is chosen from as many buckets of rows between. */
export const fromBuckets = (length: number, buckets: number, choose: Choose): ReadonlyArray<number> => {
  const rows = [0]
  const edge = (bucket: number): number => Math.min(length, 1 + Math.floor((bucket * (length - 2)) / buckets))
  for (let bucket = 0; bucket < buckets; bucket += 1)
    rows.push(...choose(edge(bucket), edge(bucket + 1), edge(bucket + 2)))
  rows.push(length - 1)
  return rows
}
