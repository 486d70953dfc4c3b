import * as E from 'fp-ts/lib/Either.js'
import type { HttpReply } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

type Answer = E.Either<LoadError, HttpReply>

/** A request that several callers share. */
export interface SharedExchange {
  /** Waits for the response, or until the signal aborts. The request is aborted once no caller waits for it. */
  readonly join: (signal: AbortSignal | undefined) => Promise<Answer>
  /** Whether the request was aborted, so that it cannot be joined. */
  readonly isOver: () => boolean
  /** The response; it never rejects. */
  readonly settled: Promise<Answer>
}

const aborted: Answer = E.left(loadError({ _tag: 'Aborted' }))

export const shareExchange = (send: (signal: AbortSignal) => Promise<Answer>): SharedExchange => {
  const controller = new AbortController()
  let waiting = 0
  const settled = send(controller.signal).catch(
    (): Answer => E.left(loadError({ _tag: 'NetworkFailed', detail: 'send failed' })),
  )
  return {
    settled,
    isOver: () => controller.signal.aborted,
    join: async (signal) => {
      waiting += 1
      let leave = (): void => {}
      const left = new Promise<Answer>((resolve) => {
        leave = () => resolve(aborted)
        signal?.addEventListener('abort', leave)
      })
      try {
        return await Promise.race([settled, left])
      } finally {
        signal?.removeEventListener('abort', leave)
        waiting -= 1
        if (waiting === 0) controller.abort()
      }
    },
  }
}
