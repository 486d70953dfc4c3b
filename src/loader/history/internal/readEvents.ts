import * as E from 'fp-ts/lib/Either.js'
import type { History } from '../../../types/History.ts'
import { historyFromRows } from '../../../types/historyFromRows.ts'
import type { Client } from '../../Client.ts'
import type { LoadError } from '../../LoadError.ts'
import { askRun, type RunAddress } from './askRun.ts'
import { eventsDocument } from './documents.ts'
import { malformed } from './readRows.ts'

/** Which rows to read. */
export interface EventsPart {
  readonly keys: ReadonlyArray<string> | undefined
  /** How many the server chooses; all where it is not given. */
  readonly samples: number | undefined
  readonly signal: AbortSignal | undefined
}

const FIRST = 10_000

/** More rows than these no run sends. */
const MOST = 2 ** 31 - 1

/**
 * The machine's metrics. The API gives as many rows as it is asked for and has no pages, so it is asked for more until it
 * gives much less than that. Where more cannot be had, what came is told to be sampled.
 */
export const readEvents = async (
  client: Client,
  path: RunAddress,
  { keys, samples, signal }: EventsPart,
): Promise<E.Either<LoadError, History>> => {
  const ask = async (many: number): Promise<E.Either<LoadError, ReadonlyArray<unknown>>> => {
    const make = () => ({ operationName: 'RunEvents', query: eventsDocument, variables: { samples: many } })
    const run = await askRun(client, path, make, { signal })
    if (E.isLeft(run)) return run
    const rows = run.right['events'] ?? []
    return Array.isArray(rows) ? E.right(rows) : malformed('events that are no list')
  }
  const history = (rows: ReadonlyArray<unknown>, sampled: boolean): E.Either<LoadError, History> =>
    E.right(historyFromRows(rows, { keys, step: 'place', source: 'graphql', sampled }))

  if (samples !== undefined) {
    const rows = await ask(samples)
    return E.isLeft(rows) ? rows : history(rows.right, true)
  }
  let before: ReadonlyArray<unknown> | undefined
  for (let many = FIRST; ; many = Math.min(MOST, many * 8)) {
    const rows = await ask(many)
    if (E.isLeft(rows)) return before === undefined || rows.left._tag === 'Aborted' ? rows : history(before, true)
    if (rows.right.length <= many / 2) return history(rows.right, false)
    if (many === MOST) return history(rows.right, true)
    before = rows.right
  }
}
