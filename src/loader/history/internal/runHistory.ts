import * as E from 'fp-ts/lib/Either.js'
import type { DecodeFailure } from '../../../types/DecodeFailure.ts'
import type { History } from '../../../types/History.ts'
import type { RunLight } from '../../../types/RunLight.ts'
import { isOfOneRun } from '../../internal/paging/isOfOneRun.ts'
import type { LoadError } from '../../LoadError.ts'
import type { RunHistory } from '../RunHistory.ts'

/** A run with its history. A run without rows misses none of the metrics in particular. */
export const runHistoryOf = (run: RunLight, history: History, keys: ReadonlyArray<string> | undefined): RunHistory => {
  const isEmpty = history.length === 0 && (run.historyLineCount ?? 0) === 0
  const missingKeys = isEmpty ? [] : (keys ?? []).filter((key) => !Object.hasOwn(history.columns, key))
  return Object.freeze({ run, history, missingKeys: Object.freeze(missingKeys) })
}

/** A run whose history cannot be had. The reason stands in `actual`. */
export const historyFailure = (runId: string, error: LoadError): DecodeFailure =>
  Object.freeze({
    path: Object.freeze(['history']),
    expected: 'history',
    actual: error._tag,
    runId: runId.slice(0, 40),
  })

/** The histories of some runs, in the order of the runs, and the runs whose history cannot be had. */
export interface RunHistories {
  readonly items: ReadonlyArray<RunHistory>
  readonly failures: ReadonlyArray<DecodeFailure>
}

/** Takes single runs' errors for failures, unless no run of several went well, or the error is one of all runs. */
export const gather = (
  runs: ReadonlyArray<RunLight>,
  results: ReadonlyArray<E.Either<LoadError, History>>,
  keys: ReadonlyArray<string> | undefined,
): E.Either<LoadError, RunHistories> => {
  const items: Array<RunHistory> = []
  const failures: Array<DecodeFailure> = []
  let refusal: E.Either<LoadError, never> | undefined
  for (const [index, run] of runs.entries()) {
    const result = results[index]
    if (result === undefined) continue
    if (E.isRight(result)) items.push(runHistoryOf(run, result.right, keys))
    else {
      if (!isOfOneRun(result.left)) return result
      refusal ??= result
      failures.push(historyFailure(run.id, result.left))
    }
  }
  return refusal !== undefined && items.length === 0 && runs.length > 1 ? refusal : E.right({ items, failures })
}
