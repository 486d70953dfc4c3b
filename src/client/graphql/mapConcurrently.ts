import * as E from 'fp-ts/lib/Either.js'
import { linkedController } from '../abort.ts'
import type { LoadError } from '../LoadError.ts'

/**
 * Maps items concurrently, a few at a time, and returns the results in the order of the items. The first failure aborts the
 * rest and is the result.
 */
export const mapConcurrently = async <A, B>(
  items: ReadonlyArray<A>,
  atOnce: number,
  work: (item: A, signal: AbortSignal) => Promise<E.Either<LoadError, B>>,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ReadonlyArray<B>>> => {
  const { controller, release } = linkedController(signal)
  const results: Array<B> = new Array(items.length)
  const rest = items.entries()
  let failed: E.Either<LoadError, never> | undefined
  const worker = async (): Promise<void> => {
    for (const [index, item] of rest) {
      if (failed !== undefined) return
      const result = await work(item, controller.signal)
      if (E.isRight(result)) results[index] = result.right
      else if (failed === undefined) {
        failed = result
        controller.abort()
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  } finally {
    // The work of the others is in vain if that of one throws.
    controller.abort()
    release()
  }
  return failed ?? E.right(results)
}
