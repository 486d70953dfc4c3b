import * as E from 'fp-ts/lib/Either.js'
import type { Run } from '../Run.ts'
import type { Filter } from './Filter.ts'
import type { InvalidQuery } from './InvalidQuery.ts'
import { readMongo } from './internal/readMongo.ts'

/**
 * Reads a filter in the language of W&B's server, as people write it for the Python API, so that it can be asked of runs
 * that were loaded.
 *
 * Both spellings of a field are read (`displayName`, `display_name`), and a config's values with and without the
 * `value` that they stand under on the wire. A moment is text, in UTC where it names no zone; a bare date is its
 * midnight. What no record has, `host` or the names of artifacts, is refused, and so is an unknown operator.
 *
 * @param json - A filter such as `{ state: 'finished', 'config.lr': { $gt: 0.01 } }`.
 * @returns The filter; or which place cannot be read, and why.
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { describe, fromMongo } from 'wandb-run-ops/ops'
 *
 * const filter = fromMongo({ state: 'finished', $or: [{ 'config.lr.value': { $gt: 0.01 } }, { tags: 'best' }] })
 *
 * E.map(describe)(filter) // => E.right('state is "finished" and (config.lr > 0.01 or tags is "best")')
 * fromMongo({ 'summary.loss': 1 }) // => E.left({ _tag: 'InvalidQuery', field: 'filters.summary.loss', reason: 'is unknown to the server: write summary_metrics.loss' })
 * ```
 * @category Query
 * @since 0.1.0
 */
export const fromMongo = (json: unknown): E.Either<InvalidQuery, Filter<Run>> =>
  // What a filter asks of a run is known to the compiler alone.
  readMongo(json, ['filters'], 'filter') as E.Either<InvalidQuery, Filter<Run>>

/**
 * Checks what the server will be sent, without asking that records know its fields, too.
 *
 * @internal
 */
export const checkMongo = (json: unknown): E.Either<InvalidQuery, void> =>
  E.map(() => undefined)(readMongo(json, ['filters'], 'check'))
