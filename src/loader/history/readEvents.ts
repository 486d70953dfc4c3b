import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { historyFromRows } from '../../history/historyFromRows.ts'
import type { History } from '../../types/run/History.ts'
import { eventsDocument, type ResolvedRunPath, requestRun } from './historyInfo.ts'
import { malformedResponse } from './readRows.ts'

/** The rows and metrics to read. */
interface EventsSelection {
  readonly keys: ReadonlyArray<string> | undefined
  /** How many rows the server samples; all if `undefined`. */
  readonly samples: number | undefined
  readonly signal: AbortSignal | undefined
}

const FIRST_COUNT = 10_000

/** The largest GraphQL integer. */
const MAX_COUNT = 2 ** 31 - 1

/**
 * Reads the events of a run. The API has no pages and may sample down to the requested number of rows, so the number grows
 * until the response has much fewer. If the server cannot return more, the events are marked as sampled.
 */
export const readEvents = async (
  client: Client,
  path: ResolvedRunPath,
  { keys, samples, signal }: EventsSelection,
): Promise<E.Either<LoadError, History>> => {
  const ask = async (many: number): Promise<E.Either<LoadError, ReadonlyArray<unknown>>> => {
    const make = () => ({ operationName: 'RunEvents', query: eventsDocument, variables: { samples: many } })
    const run = await requestRun(client, path, make, { signal })
    if (E.isLeft(run)) return run
    const rows = run.right['events'] ?? []
    return Array.isArray(rows) ? E.right(rows) : malformedResponse('the events are not a list')
  }
  const history = (rows: ReadonlyArray<unknown>, sampled: boolean): E.Either<LoadError, History> =>
    E.right(historyFromRows(rows, { keys, step: 'place', source: 'graphql', sampled }))

  if (samples !== undefined) {
    const rows = await ask(samples)
    return E.isLeft(rows) ? rows : history(rows.right, true)
  }
  let before: ReadonlyArray<unknown> | undefined
  for (let many = FIRST_COUNT; ; many = Math.min(MAX_COUNT, many * 8)) {
    const rows = await ask(many)
    if (E.isLeft(rows)) return before === undefined || rows.left._tag === 'Aborted' ? rows : history(before, true)
    if (rows.right.length <= many / 2) return history(rows.right, false)
    if (many === MAX_COUNT) return history(rows.right, true)
    before = rows.right
  }
}
