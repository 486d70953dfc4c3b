import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Direction } from '../../query/Order.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import { ordBy } from '../compareValues.ts'
import type { Path } from '../Operation.ts'
import { valueAt } from '../ownValue.ts'
import { runName } from './identity.ts'
import { runRuntime } from './times.ts'

/**
 * Two records are the same run when they have the same storage id, whichever fields were loaded and whenever.
 *
 * @example
 * ```ts
 * import { eqRun } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * eqRun.equals({ storageId: 'UnVuOjE=' as StorageId }, { storageId: 'UnVuOjI=' as StorageId }) // => false
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqRun: Eq<Pick<RunFields, 'storageId'>> = {
  equals: (first, second) => first.storageId === second.storageId,
}

/**
 * Orders runs by creation time, oldest first. Every run has one, so `Ord.reverse` puts the newest first.
 *
 * @example
 * ```ts
 * import * as RA from 'fp-ts/lib/ReadonlyArray.js'
 * import { ordRunByCreatedAt } from 'wandb-run-ops/ops'
 *
 * const older = { createdAt: new Date('2026-11-20T10:00:00Z') }
 * const newer = { createdAt: new Date('2026-11-21T10:00:00Z') }
 *
 * RA.sort(ordRunByCreatedAt)([newer, older]) // => [older, newer]
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordRunByCreatedAt: Ord<Pick<RunFields, 'createdAt'>> = /* @__PURE__ */ ordBy(
  (run: Pick<RunFields, 'createdAt'>) => run.createdAt,
)

/**
 * Orders runs by last heartbeat, earliest first. A run without one counts from its creation, as in {@link
 * runHeartbeatAt}, so `Ord.reverse` puts the latest first.
 *
 * @example
 * ```ts
 * import { ordRunByHeartbeatAt } from 'wandb-run-ops/ops'
 *
 * const createdAt = new Date('2026-11-21T10:00:00Z')
 * const silent = { createdAt, heartbeatAt: undefined }
 * const heard = { createdAt, heartbeatAt: new Date('2026-11-21T11:00:00Z') }
 *
 * ordRunByHeartbeatAt.compare(silent, heard) // => -1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordRunByHeartbeatAt: Ord<Pick<RunFields, 'createdAt' | 'heartbeatAt'>> = /* @__PURE__ */ ordBy(
  (run: Pick<RunFields, 'createdAt' | 'heartbeatAt'>) => run.heartbeatAt ?? run.createdAt,
)

/**
 * Orders runs by {@link runName} in UTF-16 code units: the same on every machine, uppercase before lowercase.
 *
 * @example
 * ```ts
 * import { ordRunByName } from 'wandb-run-ops/ops'
 * import type { RunId } from 'wandb-run-ops/types'
 *
 * const id = 'a1b2c3d4' as RunId
 *
 * ordRunByName.compare({ displayName: 'brave-lake-2', id }, { displayName: undefined, id }) // => 1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordRunByName: Ord<Pick<RunFields, 'displayName' | 'id'>> = /* @__PURE__ */ ordBy(runName)

/**
 * Orders runs by {@link runRuntime}, shortest first. Every run has one, so `Ord.reverse` puts the longest first.
 *
 * @example
 * ```ts
 * import { ordRunByRuntime } from 'wandb-run-ops/ops'
 *
 * const createdAt = new Date('2026-11-21T10:00:00Z')
 * const short = { createdAt, heartbeatAt: new Date('2026-11-21T10:01:00Z') }
 * const long = { createdAt, heartbeatAt: new Date('2026-11-21T11:00:00Z') }
 *
 * ordRunByRuntime.compare(long, short) // => 1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordRunByRuntime: Ord<Pick<RunFields, 'createdAt' | 'heartbeatAt'>> = /* @__PURE__ */ ordBy(runRuntime)

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
