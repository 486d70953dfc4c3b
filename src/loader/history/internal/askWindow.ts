import type * as E from 'fp-ts/lib/Either.js'
import { follow } from '../../internal/http/abort.ts'
import type { PageSizer } from '../../internal/paging/pageSizer.ts'
import type { LoadError } from '../../LoadError.ts'
import type { ReadWindow, RowLists, Window } from './readRows.ts'
import type { Outlook } from './windowPlan.ts'

/** A requested window. */
export interface Asked {
  /** Returns the window: a smaller one after the server failed. */
  readonly window: () => Window
  /** The estimate that it was planned with. */
  readonly outlook: Outlook
  readonly lists: Promise<E.Either<LoadError, RowLists>>
  /** Cancels the request if it is still in flight. */
  readonly forget: () => void
}

/** Requests a window, and plans it again after a failure. */
export const askWindow = (
  read: ReadWindow,
  sizer: PageSizer,
  outlook: Outlook,
  plan: (size: number) => Window,
  signal: AbortSignal | undefined,
): Asked => {
  const { controller, release } = follow(signal)
  let size = sizer.size()
  let window = plan(size)
  const onFailure = (error: LoadError): void => {
    // If several windows fail at the same time, only the first halves the size.
    if (sizer.size() === size) sizer.failed(error)
    size = sizer.size()
    window = plan(size)
  }
  return {
    window: () => window,
    outlook,
    lists: read(() => window, { signal: controller.signal, onFailure }),
    forget: () => {
      controller.abort()
      release()
    },
  }
}
