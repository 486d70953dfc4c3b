/** Groups rows into batches of `size`; the last one can be smaller. */
export async function* batches<A>(rows: AsyncIterable<A>, size: number): AsyncGenerator<ReadonlyArray<A>> {
  let batch: Array<A> = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
