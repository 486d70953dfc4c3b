import type * as E from 'fp-ts/lib/Either.js'
import { follow } from '../../internal/http/abort.ts'
import type { PageSizer } from '../../internal/paging/pageSizer.ts'
import type { LoadError } from '../../LoadError.ts'
import type { ReadWindow, RowLists, Window } from './readRows.ts'
import type { Outlook } from './windowPlan.ts'

/** A window that was asked for. */
export interface Asked {
  /** What is asked: less, after the server failed at it. */
  readonly window: () => Window
  /** What was thought of the rows when it was planned. */
  readonly outlook: Outlook
  readonly lists: Promise<E.Either<LoadError, RowLists>>
  /** Ends the request, where it is still on its way. */
  readonly forget: () => void
}

/** Asks for a window, and plans it anew where the server fails at it. */
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
    // Of several windows that fail at once, the first has halved the size for all.
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
