import * as E from 'fp-ts/lib/Either.js'
import type { LoadError } from '../../client/LoadError.ts'
import type { History } from '../../types/run/History.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'

/**
 * A run and its history.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface RunHistory {
  /** The run, with its light fields. */
  readonly run: RunLight
  /** The history. */
  readonly history: History
  /**
   * The requested `keys` that the run did not log. Empty for a run that logged nothing at all.
   */
  readonly missingKeys: ReadonlyArray<string>
}

/** A run with its history. A run that logged nothing has no missing keys. */
export const makeRunHistory = (
  run: RunLight,
  history: History,
  keys: ReadonlyArray<string> | undefined,
): RunHistory => {
  const isEmpty = history.length === 0 && (run.historyLineCount ?? 0) === 0
  const missingKeys = isEmpty ? [] : (keys ?? []).filter((key) => !Object.hasOwn(history.columns, key))
  return Object.freeze({ run, history, missingKeys: Object.freeze(missingKeys) })
}

/** The failure to load the history of a run. `actual` is the tag of the error. */
const historyFailure = (runId: string, error: LoadError): DecodeFailure =>
  Object.freeze({
    path: Object.freeze(['history']),
    expected: 'history',
    actual: error._tag,
    runId: runId.slice(0, 40),
  })

/** The histories of some runs, in the order of the runs, and the failures. */
interface RunHistories {
  readonly items: ReadonlyArray<RunHistory>
  readonly failures: ReadonlyArray<DecodeFailure>
}

/** Collects the errors of single runs as failures. It fails if all of several runs failed. */
export const collectHistories = (
  runs: ReadonlyArray<RunLight>,
  results: ReadonlyArray<E.Either<LoadError, History>>,
  keys: ReadonlyArray<string> | undefined,
): E.Either<LoadError, RunHistories> => {
  const items: Array<RunHistory> = []
  const failures: Array<DecodeFailure> = []
  let firstError: E.Either<LoadError, never> | undefined
  for (const [index, run] of runs.entries()) {
    const result = results[index]
    if (result === undefined) continue
    if (E.isRight(result)) items.push(makeRunHistory(run, result.right, keys))
    else {
      firstError ??= result
      failures.push(historyFailure(run.id, result.left))
    }
  }
  return firstError !== undefined && items.length === 0 && runs.length > 1 ? firstError : E.right({ items, failures })
}
