import * as E from 'fp-ts/lib/Either.js'
import type { ByteSource } from '../../internal/parquet/parquetSource.ts'
import type { LoadError } from '../../LoadError.ts'

/** A part of a file. */
export interface Part {
  readonly start: number
  readonly end: number
}

/** So many bytes are on their way at once, unless a single part is larger. */
const BYTES = 12 * 2 ** 20

/** And so many parts: of small ones it is the number of round trips that counts. */
const PARTS = 8

/**
 * Reads parts of a file one after the other, of which the next are on their way already. The first that cannot be read
 * is the last.
 */
export async function* readAhead<A extends Part>(
  source: ByteSource,
  parts: ReadonlyArray<A>,
): AsyncGenerator<E.Either<LoadError, { readonly part: A; readonly bytes: Uint8Array }>, void> {
  const onTheWay: Array<{ readonly part: A; readonly read: ReturnType<ByteSource['read']> }> = []
  let size = 0
  let next = 0
  for (;;) {
    for (let part = parts[next]; part !== undefined; part = parts[next]) {
      const { start, end } = part
      if (onTheWay.length > 0 && (onTheWay.length >= PARTS || size + end - start > BYTES)) break
      onTheWay.push({ part, read: source.read(start, end) })
      size += end - start
      next += 1
    }
    const first = onTheWay.shift()
    if (first === undefined) return
    const { part, read } = first
    const bytes = await read
    size -= part.end - part.start
    yield E.isLeft(bytes) ? bytes : E.right({ part, bytes: bytes.right })
    if (E.isLeft(bytes)) return
  }
}
