import type { Ord } from 'fp-ts/lib/Ord.js'
import type { RunFields } from '../../types/RunWith.ts'
import { ordBy } from '../internal/ordBy.ts'
import { runCreatedAt } from './createdAt.ts'
import { runHeartbeatAt } from './heartbeatAt.ts'
import { runName } from './name.ts'
import { runRuntime } from './runtime.ts'

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
export const ordRunByCreatedAt: Ord<Pick<RunFields, 'createdAt'>> = /* @__PURE__ */ ordBy(runCreatedAt)

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
export const ordRunByHeartbeatAt: Ord<Pick<RunFields, 'createdAt' | 'heartbeatAt'>> =
  /* @__PURE__ */ ordBy(runHeartbeatAt)

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
