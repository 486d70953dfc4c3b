import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Direction } from '../../types/query/Direction.ts'
import type { RunFields } from '../../types/RunWith.ts'
import { ordBy } from '../internal/ordBy.ts'
import { valueAt } from '../internal/valueAt.ts'
import type { Path } from '../Path.ts'

const toPath = (place: string | Path): Path => (typeof place === 'string' ? [place] : place)

/**
 * Orders runs by a value of their summary.
 *
 * Numbers come first, then dates, strings by UTF-16 code units, `false` and `true`, and last what has no order, as ties;
 * `desc` turns this round. What is missing (no value, `null`, `NaN`, an invalid date) is last either way: use
 * `desc`, for `Ord.reverse` would put it first.
 *
 * @param place - One key, taken whole, or a path.
 * @param direction - `asc`, which it is when left out, or `desc`.
 * @returns The order.
 * @example
 * ```ts
 * import * as RA from 'fp-ts/lib/ReadonlyArray.js'
 * import { ordRunBySummary } from 'wandb-run-ops/ops'
 *
 * const runs = [{ summary: { loss: NaN } }, { summary: { loss: 0.1 } }, { summary: { loss: 0.2 } }]
 *
 * RA.sort(ordRunBySummary('loss'))(runs).map((run) => run.summary.loss) // => [0.1, 0.2, NaN]
 * RA.sort(ordRunBySummary('loss', 'desc'))(runs).map((run) => run.summary.loss) // => [0.2, 0.1, NaN]
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordRunBySummary = (
  place: string | Path,
  direction: Direction = 'asc',
): Ord<Pick<RunFields, 'summary'>> => {
  const path = toPath(place)
  return ordBy((run) => valueAt(run.summary, path), direction)
}

/**
 * Orders runs by a value of their config.
 *
 * The order of values, and what is missing, are as in {@link ordRunBySummary}.
 *
 * @param place - One key, taken whole, or a path.
 * @param direction - `asc`, which it is when left out, or `desc`.
 * @returns The order.
 * @example
 * ```ts
 * import { ordRunByConfig } from 'wandb-run-ops/ops'
 *
 * const small = { config: { optimizer: { lr: 0.001 } } }
 * const large = { config: { optimizer: { lr: 0.1 } } }
 *
 * ordRunByConfig(['optimizer', 'lr']).compare(small, large) // => -1
 * ordRunByConfig('optimizer.lr').compare(small, large) // => 0
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordRunByConfig = (place: string | Path, direction: Direction = 'asc'): Ord<Pick<RunFields, 'config'>> => {
  const path = toPath(place)
  return ordBy((run) => valueAt(run.config, path), direction)
}
