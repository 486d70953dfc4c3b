import { sleepUnlessAborted } from '../../client/abort.ts'
import type { Client, HttpRequest } from '../../client/Client.ts'
import { aborted } from '../../client/errors.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { abortSignal, mustBe, type OptionCheck } from '../../client/optionChecks.ts'
import { endedStates } from '../../types/run/fields.ts'
import type { RunState } from '../../types/run/RunState.ts'

/** How long a poll waits for the next by default, in milliseconds. */
const EVERY = 5_000

/** After so many failed polls in a row, the server counts as gone. */
const MAX_FAILED = 10

/** The checks of the options of every poll. */
export const pollOptions: Readonly<Record<'every' | 'signal', OptionCheck>> = {
  every: mustBe(
    'a positive number of milliseconds',
    (every) => typeof every === 'number' && every > 0 && Number.isFinite(every),
  ),
  signal: abortSignal,
}

/** A client whose requests are answered by the server, not by a cache. */
export const uncached = (client: Client): Client => ({
  ...client,
  send: (request: HttpRequest) => client.send({ ...request, fresh: true }),
})

/** Whether a run has ended: no state follows. */
export const isEnded = (state: RunState | undefined): boolean => state !== undefined && endedStates.includes(state)

/** Whether the next poll may not meet an error. */
const isTransient = (error: LoadError): boolean => {
  switch (error._tag) {
    case 'CursorStuck':
    case 'NetworkFailed':
    case 'RateLimited':
    case 'ResponseMalformed':
    case 'TimedOut':
      return true
    case 'HttpFailed':
      return error.status >= 500 || error.status === 408
    default:
      return false
  }
}

/** The pace of polls. */
export interface Pace {
  /** Waits for the time of the next poll; returns why there is none. */
  readonly next: (failed?: LoadError) => Promise<LoadError | undefined>
}

/** Makes the pace of a series of polls. A failed poll is only a late one, unless all in a row fail. */
export const pollPace = (client: Client, every: number = EVERY, signal: AbortSignal | undefined): Pace => {
  let failures = 0
  return {
    next: async (failed) => {
      failures = failed === undefined ? 0 : failures + 1
      if (failed !== undefined && (!isTransient(failed) || failures >= MAX_FAILED)) return failed
      await sleepUnlessAborted(client.sleep, every, signal)
      return signal?.aborted ? aborted : undefined
    },
  }
}
