import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Direction } from '../../types/query/Direction.ts'
import type { RunFields } from '../../types/RunWith.ts'
import { ordBy } from '../internal/ordBy.ts'
import { valueAt } from '../internal/valueAt.ts'
import type { Path } from '../Path.ts'

const toPath = (keyOrPath: string | Path): Path => (typeof keyOrPath === 'string' ? [keyOrPath] : keyOrPath)

/**
 * Orders runs by a summary value.
 *
 * Numbers come first, then dates, strings by UTF-16 code units, `false` and `true`, and finally values without an
 * order, as ties; `desc` reverses this. Missing values (no value, `null`, `NaN`, an invalid date) come last in both
 * directions. Use `desc` rather than `Ord.reverse`, which would put them first.
 *
 * @param keyOrPath - One key, used as is, or a path.
 * @param direction - `asc` (the default) or `desc`.
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
  keyOrPath: string | Path,
  direction: Direction = 'asc',
): Ord<Pick<RunFields, 'summary'>> => {
  const path = toPath(keyOrPath)
  return ordBy((run) => valueAt(run.summary, path), direction)
}

/**
 * Orders runs by a config value.
 *
 * Values and missing values are ordered as in {@link ordRunBySummary}.
 *
 * @param keyOrPath - One key, used as is, or a path.
 * @param direction - `asc` (the default) or `desc`.
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
export const ordRunByConfig = (
  keyOrPath: string | Path,
  direction: Direction = 'asc',
): Ord<Pick<RunFields, 'config'>> => {
  const path = toPath(keyOrPath)
  return ordBy((run) => valueAt(run.config, path), direction)
}
