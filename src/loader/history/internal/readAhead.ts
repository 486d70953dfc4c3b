import * as E from 'fp-ts/lib/Either.js'
import type { ByteSource } from '../../internal/parquet/parquetSource.ts'
import type { LoadError } from '../../LoadError.ts'

/** A byte range of a file. */
export interface Part {
  readonly start: number
  readonly end: number
}

/** The maximum number of bytes in flight, unless a single part is larger. */
const MAX_BYTES = 12 * 2 ** 20

/** The maximum number of parts in flight, which limits small parts. */
const MAX_PARTS = 8

/**
 * Reads parts of a file in order, and prefetches the next ones. Stops after the first failure.
 */
export async function* readAhead<A extends Part>(
  source: ByteSource,
  parts: ReadonlyArray<A>,
): AsyncGenerator<E.Either<LoadError, { readonly part: A; readonly bytes: Uint8Array }>, void> {
  const inFlight: Array<{ readonly part: A; readonly read: ReturnType<ByteSource['read']> }> = []
  let size = 0
  let next = 0
  for (;;) {
    for (let part = parts[next]; part !== undefined; part = parts[next]) {
      const { start, end } = part
      if (inFlight.length > 0 && (inFlight.length >= MAX_PARTS || size + end - start > MAX_BYTES)) break
      inFlight.push({ part, read: source.read(start, end) })
      size += end - start
      next += 1
    }
    const first = inFlight.shift()
    if (first === undefined) return
    const { part, read } = first
    const bytes = await read
    size -= part.end - part.start
    yield E.isLeft(bytes) ? bytes : E.right({ part, bytes: bytes.right })
    if (E.isLeft(bytes)) return
  }
}
