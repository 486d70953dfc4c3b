import * as E from 'fp-ts/lib/Either.js'
import type { Run } from '../Run.ts'
import type { Filter } from './Filter.ts'
import type { InvalidQuery } from './InvalidQuery.ts'
import { readMongo } from './internal/readMongo.ts'

/**
 * Parses a filter in the language of W&B's server, as written for the Python API, to evaluate it on loaded runs.
 *
 * Both spellings of a field are accepted (`displayName`, `display_name`), and config paths with and without the `value`
 * that wraps each entry on the server. A time is a string, in UTC if it has no time zone; a bare date means midnight.
 * Names that records do not have, such as `host` or artifact names, are refused, and so are unknown operators.
 *
 * @param json - A filter such as `{ state: 'finished', 'config.lr': { $gt: 0.01 } }`.
 * @returns The filter; or what is invalid, and why.
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { describe, fromMongo } from 'wandb-run-ops/ops'
 *
 * const filter = fromMongo({ state: 'finished', $or: [{ 'config.lr.value': { $gt: 0.01 } }, { tags: 'best' }] })
 *
 * E.map(describe)(filter) // => E.right('state is "finished" and (config.lr > 0.01 or tags is "best")')
 * fromMongo({ 'summary.loss': 1 }) // => E.left({ _tag: 'InvalidQuery', field: 'filters.summary.loss', reason: 'is unknown to the server: use summary_metrics.loss' })
 * ```
 * @category Query
 * @since 0.1.0
 */
export const fromMongo = (json: unknown): E.Either<InvalidQuery, Filter<Run>> =>
  // What a filter requires of a run is known only at compile time.
  readMongo(json, ['filters'], 'filter') as E.Either<InvalidQuery, Filter<Run>>

/**
 * Checks a filter for the server, which may also use names that records do not have.
 *
 * @internal
 */
export const checkMongo = (json: unknown): E.Either<InvalidQuery, void> =>
  E.map(() => undefined)(readMongo(json, ['filters'], 'check'))
