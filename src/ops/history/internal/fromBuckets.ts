/**
 * Chooses rows of the bucket from `start`, inclusive, to `end`, exclusive; `next` is the end of the following bucket.
 */
type Choose = (start: number, end: number, next: number) => ReadonlyArray<number>

/** Returns the first row, the rows chosen from each bucket between, and the last row. */
export const fromBuckets = (length: number, buckets: number, choose: Choose): ReadonlyArray<number> => {
  const rows = [0]
  const edge = (bucket: number): number => Math.min(length, 1 + Math.floor((bucket * (length - 2)) / buckets))
  for (let bucket = 0; bucket < buckets; bucket += 1)
    rows.push(...choose(edge(bucket), edge(bucket + 1), edge(bucket + 2)))
  rows.push(length - 1)
  return rows
}
