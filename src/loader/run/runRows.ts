import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { mapRuns } from '../../client/graphql/mapRuns.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { History } from '../../types/run/History.ts'
import type { HistoryField } from '../../types/run/RunHeavy.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { loadEvents } from '../history/loadEvents.ts'
import { loadHistory } from '../history/loadHistory.ts'

/** The metrics to load; all if `undefined`. */
type Metrics = ReadonlyArray<string> | undefined

/** How many runs are read concurrently. */
const AT_ONCE = 4

const loadRows = (
  client: Client,
  run: RunLight,
  field: HistoryField,
  keys: Metrics,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, History>> =>
  field === 'events' ? loadEvents({ run, signal })(client)() : loadHistory({ run, keys, signal })(client)()

const failureOf = (run: RunLight, field: HistoryField, error: LoadError): DecodeFailure =>
  Object.freeze({ path: Object.freeze([field]), expected: field, actual: error._tag, runId: run.id.slice(0, 40) })

/** Adds the history or events to a run. */
export const loadRunRows = async <R extends RunLight>(
  client: Client,
  run: R,
  fields: ReadonlyArray<HistoryField>,
  keys: Metrics,
  signal: AbortSignal | undefined,
  onFailure?: (failure: DecodeFailure) => void,
): Promise<E.Either<LoadError, R>> => {
  const rows: Partial<Record<HistoryField, History>> = {}
  for (const field of fields) {
    const history = await loadRows(client, run, field, keys, signal)
    if (E.isLeft(history)) {
      onFailure?.(failureOf(run, field, history.left))
      return history
    }
    rows[field] = history.right
  }
  return E.right(fields.length === 0 ? run : Object.freeze({ ...run, ...rows }))
}

/**
 * Adds the complete history or events to runs. A run for which they cannot be loaded is a failure; the others are still
 * returned.
 */
export const loadRowsOfRuns = async <R extends RunLight>(
  client: Client,
  runs: ReadonlyArray<R>,
  fields: ReadonlyArray<HistoryField>,
  keys: Metrics,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, ReadonlyArray<E.Either<DecodeFailure, R>>>> => {
  if (fields.length === 0) return E.right(runs.map((run) => E.right(run)))
  const failures = new Map<R, DecodeFailure>()
  const work = (run: R, within: AbortSignal) =>
    loadRunRows(client, run, fields, keys, within, (failure) => failures.set(run, failure))
  const results = await mapRuns(runs, AT_ONCE, work, signal)
  if (E.isLeft(results)) return results
  const [field = 'history'] = fields
  return E.right(
    runs.flatMap((run, index) => {
      const result = results.right[index]
      if (result === undefined) return []
      return [E.mapLeft((error: LoadError) => failures.get(run) ?? failureOf(run, field, error))(result)]
    }),
  )
}
