import * as E from 'fp-ts/lib/Either.js'
import type { LoadError } from '../../../client/LoadError.ts'
import type { ByteSource } from './remoteFile.ts'

/** An item in a byte range of a file. */
export interface RangeItem<A> {
  readonly start: number
  readonly end: number
  readonly what: A
}

/** A byte range that is fetched in one request, and its items in the order of the file. */
export interface CoalescedRange<A> {
  readonly start: number
  readonly end: number
  readonly items: ReadonlyArray<RangeItem<A>>
}

/** The largest gap between items that is cheaper to fetch than another request. */
const GAP = 2 ** 17

/** The maximum length of a byte range, unless a single item is longer. */
const LARGEST = 2 ** 22

/** Coalesces items that are close together into byte ranges. */
export const coalesceRanges = <A>(items: ReadonlyArray<RangeItem<A>>): ReadonlyArray<CoalescedRange<A>> => {
  const runs: Array<{ start: number; end: number; items: Array<RangeItem<A>> }> = []
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

/** A byte range of a file. */
export interface ByteSpan {
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
export async function* readAhead<A extends ByteSpan>(
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
