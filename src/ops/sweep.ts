import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Sweep, SweepState } from '../types/sweep/Sweep.ts'
import { readSweepMetric, type SweepConfig, type SweepMetric } from '../types/sweep/SweepConfig.ts'
import type { StorageId } from '../types/wire/ids.ts'
import { textAt } from '../types/wire/own.ts'
import { ordBy } from './compareValues.ts'
import { dual } from './dual.ts'
import type { Path } from './Operation.ts'
import { copyDate, valueAt } from './ownValue.ts'
import { encodePath, urlOf } from './urls.ts'

/**
 * Returns the best value of the sweep's metric so far, as recorded by the server.
 *
 * @param sweep - A sweep.
 * @returns The value; `undefined` if the server has none.
 * @example
 * ```ts
 * import { sweepBestLoss } from 'wandb-run-ops/ops'
 *
 * sweepBestLoss({ bestLoss: 0.25 }) // => 0.25
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepBestLoss = (sweep: Pick<Sweep, 'bestLoss'>): number | undefined => sweep.bestLoss

/**
 * Returns the sweep's configuration: method, metric, parameters, and anything else in its YAML.
 *
 * @param sweep - A sweep.
 * @returns The configuration; empty if there is none.
 * @example
 * ```ts
 * import { sweepConfig } from 'wandb-run-ops/ops'
 *
 * sweepConfig({ config: { method: 'grid' } }) // => { method: 'grid' }
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepConfig = (sweep: Pick<Sweep, 'config'>): SweepConfig => sweep.config

/**
 * Returns the value at a path in the sweep's configuration.
 *
 * Keys are taken literally: dots and slashes have no special meaning.
 *
 * @param sweep - A sweep.
 * @param path - Keys of dicts and indices of arrays.
 * @returns The value; `undefined` if there is none.
 * @example
 * ```ts
 * import { sweepConfigAt } from 'wandb-run-ops/ops'
 *
 * const sweep = { config: { parameters: { lr: { values: [0.1, 0.01] } } } }
 *
 * sweepConfigAt(sweep, ['parameters', 'lr', 'values', 1]) // => 0.01
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepConfigAt: {
  (sweep: Pick<Sweep, 'config'>, path: Path): unknown
  (path: Path): (sweep: Pick<Sweep, 'config'>) => unknown
} = /* @__PURE__ */ dual((sweep: Pick<Sweep, 'config'>, path: Path): unknown => valueAt(sweep.config, path))

/**
 * Returns when the sweep was created.
 *
 * @param sweep - A sweep.
 * @returns The creation time.
 * @example
 * ```ts
 * import { sweepCreatedAt } from 'wandb-run-ops/ops'
 *
 * sweepCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepCreatedAt = (sweep: Pick<Sweep, 'createdAt'>): Date => copyDate(sweep.createdAt)

/**
 * Returns the sweep's description.
 *
 * @param sweep - A sweep.
 * @returns The description; `undefined` if there is none.
 * @example
 * ```ts
 * import { sweepDescription } from 'wandb-run-ops/ops'
 *
 * sweepDescription({ description: 'a grid over two keys' }) // => 'a grid over two keys'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepDescription = (sweep: Pick<Sweep, 'description'>): string | undefined => sweep.description

/**
 * Two records are the same sweep if they have the same storage id.
 *
 * @example
 * ```ts
 * import { eqSweep } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * eqSweep.equals({ storageId: 'U3dlZXA6MQ==' as StorageId }, { storageId: 'U3dlZXA6Mg==' as StorageId }) // => false
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqSweep: Eq<Pick<Sweep, 'storageId'>> = {
  equals: (first, second) => first.storageId === second.storageId,
}

/**
 * Returns the sweep's short id, as in its URL and in the `sweepName` of its runs.
 *
 * @param sweep - A sweep.
 * @returns The id.
 * @example
 * ```ts
 * import { sweepId } from 'wandb-run-ops/ops'
 *
 * sweepId({ id: 's1w2e3p4' }) // => 's1w2e3p4'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepId = (sweep: Pick<Sweep, 'id'>): string => sweep.id

/**
 * Returns the sweep's storage id.
 *
 * @param sweep - A sweep.
 * @returns The id.
 * @example
 * ```ts
 * import { sweepStorageId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * sweepStorageId({ storageId: 'U3dlZXA6MQ==' as StorageId }) // => 'U3dlZXA6MQ=='
 * ```
 * @visibility hidden
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepStorageId = (sweep: Pick<Sweep, 'storageId'>): StorageId => sweep.storageId

/**
 * Returns the sweep's search method: `grid`, `random`, `bayes`, …
 *
 * @param sweep - A sweep.
 * @returns The method; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { sweepMethod } from 'wandb-run-ops/ops'
 *
 * sweepMethod({ method: 'grid' }) // => 'grid'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepMethod = (sweep: Pick<Sweep, 'method'>): string | undefined => sweep.method

/**
 * Returns the metric that the sweep optimizes.
 *
 * As in W&B, any goal other than `maximize` means `minimize`.
 *
 * @param sweep - A sweep.
 * @returns The `name` of a key in the runs' summary and the `goal`; `undefined` if the config names no metric.
 * @example
 * ```ts
 * import { sweepMetric } from 'wandb-run-ops/ops'
 *
 * sweepMetric({ config: { metric: { name: 'val_loss' } } }) // => { name: 'val_loss', goal: 'minimize' }
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepMetric = (sweep: Pick<Sweep, 'config'>): SweepMetric | undefined => readSweepMetric(sweep.config)

/**
 * Returns the sweep's display name, as set in the web app.
 *
 * @param sweep - A sweep.
 * @returns The name; `undefined` if there is none.
 * @example
 * ```ts
 * import { sweepDisplayName } from 'wandb-run-ops/ops'
 *
 * sweepDisplayName({ displayName: 'learning rates' }) // => 'learning rates'
 * ```
 * @visibility hidden
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepDisplayName = (sweep: Pick<Sweep, 'displayName'>): string | undefined => sweep.displayName

/**
 * Returns the sweep's name.
 *
 * The display name; without one, the `name` in the config; without either, the id. An empty name counts as none, and a
 * name that is a number or a boolean in the config, as in `name: 2024`, is its text.
 *
 * @param sweep - A sweep.
 * @returns The name, never empty unless the id is.
 * @example
 * ```ts
 * import { sweepName } from 'wandb-run-ops/ops'
 *
 * sweepName({ displayName: undefined, config: { name: 'learning rates' }, id: 's1w2e3p4' }) // => 'learning rates'
 * sweepName({ displayName: undefined, config: {}, id: 's1w2e3p4' }) // => 's1w2e3p4'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepName = (sweep: Pick<Sweep, 'config' | 'displayName' | 'id'>): string =>
  sweep.displayName || textAt(sweep.config, 'name') || sweep.id

/**
 * Orders sweeps by creation time, oldest first.
 *
 * @example
 * ```ts
 * import { ordSweepByCreatedAt } from 'wandb-run-ops/ops'
 *
 * const first = { createdAt: new Date('2026-11-21T10:00:00Z') }
 * const second = { createdAt: new Date('2026-11-21T11:00:00Z') }
 *
 * ordSweepByCreatedAt.compare(first, second) // => -1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordSweepByCreatedAt: Ord<Pick<Sweep, 'createdAt'>> = /* @__PURE__ */ ordBy(
  (sweep: Pick<Sweep, 'createdAt'>) => sweep.createdAt,
)

/**
 * Returns the entity that owns the sweep's project.
 *
 * @param sweep - A sweep.
 * @returns The entity's name.
 * @example
 * ```ts
 * import { sweepEntity } from 'wandb-run-ops/ops'
 *
 * sweepEntity({ entity: 'team' }) // => 'team'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepEntity = (sweep: Pick<Sweep, 'entity'>): string => sweep.entity

/**
 * Returns the sweep's project.
 *
 * @param sweep - A sweep.
 * @returns The project's name.
 * @example
 * ```ts
 * import { sweepProject } from 'wandb-run-ops/ops'
 *
 * sweepProject({ project: 'vision' }) // => 'vision'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepProject = (sweep: Pick<Sweep, 'project'>): string => sweep.project

/**
 * Returns the number of runs in the sweep.
 *
 * @param sweep - A sweep.
 * @returns The number; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { sweepRunCount } from 'wandb-run-ops/ops'
 *
 * sweepRunCount({ runCount: 32 }) // => 32
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepRunCount = (sweep: Pick<Sweep, 'runCount'>): number | undefined => sweep.runCount

/**
 * Returns the number of runs that the sweep will have when finished.
 *
 * @param sweep - A sweep.
 * @returns The number; `undefined` if the sweep is unbounded or the server does not report it.
 * @example
 * ```ts
 * import { sweepExpectedRunCount } from 'wandb-run-ops/ops'
 *
 * sweepExpectedRunCount({ expectedRunCount: 64 }) // => 64
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepExpectedRunCount = (sweep: Pick<Sweep, 'expectedRunCount'>): number | undefined =>
  sweep.expectedRunCount

/**
 * Returns the sweep's state, in capitals: `PENDING`, `RUNNING`, `PAUSED`, `CANCELED`, `FINISHED`.
 *
 * @param sweep - A sweep.
 * @returns The state, as the server sent it.
 * @example
 * ```ts
 * import { sweepState } from 'wandb-run-ops/ops'
 *
 * sweepState({ state: 'RUNNING' }) // => 'RUNNING'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepState = (sweep: Pick<Sweep, 'state'>): SweepState => sweep.state

/**
 * Returns when the sweep was last updated.
 *
 * @param sweep - A sweep.
 * @returns The time of the last update; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { sweepUpdatedAt } from 'wandb-run-ops/ops'
 *
 * sweepUpdatedAt({ updatedAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepUpdatedAt = (sweep: Pick<Sweep, 'updatedAt'>): Date | undefined => copyDate(sweep.updatedAt)

/**
 * Returns the sweep's path: `entity/project/id`.
 *
 * Each segment is percent-encoded.
 *
 * @param sweep - A sweep.
 * @returns The path, without leading or trailing slash.
 * @example
 * ```ts
 * import { sweepPath } from 'wandb-run-ops/ops'
 *
 * sweepPath({ entity: 'team', project: 'my vision', id: 's1w2e3p4' }) // => 'team/my%20vision/s1w2e3p4'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepPath = (sweep: Pick<Sweep, 'entity' | 'id' | 'project'>): string =>
  encodePath([sweep.entity, sweep.project, sweep.id])

/**
 * Returns the URL of the sweep's page.
 *
 * It points to the web app of the server that the sweep was loaded from. Each segment is percent-encoded.
 *
 * @param sweep - A sweep.
 * @returns The URL.
 * @example
 * ```ts
 * import { sweepUrl } from 'wandb-run-ops/ops'
 *
 * const sweep = { appUrl: 'https://wandb.ai', entity: 'team', project: 'vision', id: 's1w2e3p4' }
 *
 * sweepUrl(sweep) // => 'https://wandb.ai/team/vision/sweeps/s1w2e3p4'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepUrl = (sweep: Pick<Sweep, 'appUrl' | 'entity' | 'id' | 'project'>): string =>
  urlOf(sweep.appUrl, [sweep.entity, sweep.project, 'sweeps', sweep.id])
