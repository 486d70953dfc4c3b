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
  let thrown: { readonly error: unknown } | undefined
  const worker = async (): Promise<void> => {
    for (const [index, item] of rest) {
      if (failed !== undefined || thrown !== undefined) return
      try {
        const result = await work(item, controller.signal)
        if (E.isRight(result)) results[index] = result.right
        else {
          failed ??= result
          controller.abort()
        }
      } catch (error) {
        // The others end before the caller continues, so that nothing is written after that.
        thrown ??= { error }
        controller.abort()
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  release()
  if (thrown !== undefined) throw thrown.error
  return failed ?? E.right(results)
}
