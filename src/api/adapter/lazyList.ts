import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { WandbError } from './WandbError.ts'

/**
 * The option of every list that is meant for loops.
 *
 * @category Door
 * @since 0.2.0
 */
export interface LoopOptions {
  /**
   * In a loop, called with every record that could not be read. Without it, a loop that passed all others throws at its
   * end. An awaited list has them in `failures` instead.
   */
  readonly onFailure?: ((failure: DecodeFailure) => void) | undefined
}

/**
 * A list on the server. It sends nothing until it is awaited, which loads everything, or iterated, which loads page by
 * page. It is loaded once for all awaits, and from the beginning for every loop.
 *
 * @typeParam Result - What awaiting it returns.
 * @typeParam Item - What a loop passes.
 * @category Door
 * @since 0.2.0
 */
export interface WandbList<Result, Item> extends PromiseLike<Result>, AsyncIterable<Item> {
  /** Handles a failure of awaiting it, as a promise does. */
  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<Result | B>
  /** Calls a function after it was awaited, as a promise does. */
  finally(onFinally?: (() => void) | null): Promise<Result>
}

/** What a list needs to know of a query. */
export interface LoopQuery extends LoopOptions {
  readonly limit?: number | undefined
  readonly after?: string | undefined
}

/** A part of a list. */
export interface ListPage<Item> {
  readonly items: ReadonlyArray<Item>
  readonly failures: ReadonlyArray<DecodeFailure>
  readonly skipped: number
  readonly totalCount: number | undefined
  /** Whether it ends the list. */
  readonly complete: boolean
}

/** How a list is loaded. */
export interface ListSource<Q, Result, Item> {
  /** What it is a list of, in messages. */
  readonly what: string
  /** Returns the query, or throws. */
  readonly read: () => Q
  readonly load: (query: Q) => Promise<Result>
  readonly pages: (query: Q) => AsyncIterable<ListPage<Item>>
  /** Returns how many items the query asks for, if not by its `limit`. */
  readonly limitOf?: ((query: Q) => number | undefined) | undefined
}

/** Returns the error of a loop that did not pass the whole list. */
const incomplete = (
  what: string,
  failures: ReadonlyArray<DecodeFailure>,
  missing: number | undefined,
): LoadError | undefined =>
  failures.length === 0 && missing === 0 ? undefined : loadError({ _tag: 'ListIncomplete', what, failures, missing })

async function* loop<Q extends LoopQuery, Result, Item>({
  what,
  read,
  pages,
  limitOf,
}: ListSource<Q, Result, Item>): AsyncGenerator<Item, void, undefined> {
  const query = read()
  const failures: Array<DecodeFailure> = []
  let items = 0
  let others = 0
  let total: number | undefined
  let complete = true
  for await (const page of pages(query)) {
    total ??= page.totalCount
    complete = page.complete
    items += page.items.length
    others += page.failures.length + page.skipped
    for (const failure of page.failures) {
      if (query.onFailure === undefined) failures.push(failure)
      else query.onFailure(failure)
    }
    yield* page.items
  }
  const limit = limitOf?.(query) ?? query.limit
  const isCut = limit !== undefined && items >= limit
  const isCounted = total !== undefined && query.after === undefined
  const absent = isCounted ? Math.max(0, (total ?? 0) - items - others) : complete ? 0 : undefined
  const reason = incomplete(what, failures, isCut ? 0 : absent)
  if (reason !== undefined) throw new WandbError(reason)
}

/** Makes a list that is awaited or iterated. */
export const lazyList = <Q extends LoopQuery, Result, Item>(
  source: ListSource<Q, Result, Item>,
): WandbList<Result, Item> => {
  let loading: Promise<Result> | undefined
  const start = async (): Promise<Result> => source.load(source.read())
  const loaded = (): Promise<Result> => {
    loading ??= start()
    return loading
  }
  return {
    // biome-ignore lint/suspicious/noThenProperty: a list is awaited as it is.
    then: (onFulfilled, onRejected) => loaded().then(onFulfilled, onRejected),
    catch: (onRejected) => loaded().catch(onRejected),
    finally: (onFinally) => loaded().finally(onFinally),
    [Symbol.asyncIterator]: () => loop(source),
  }
}
