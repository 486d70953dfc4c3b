import { computedFields } from '../../query/computedFields.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import type { RunId, StorageId } from '../../types/wire/ids.ts'
import { encodePath, urlOf } from '../urls.ts'

/**
 * Returns the run's short id, as in its URL.
 *
 * It is unique within a project. The server's API calls it `name`.
 *
 * @param run - A run.
 * @returns The id.
 * @example
 * ```ts
 * import { runId } from 'wandb-run-ops/ops'
 * import type { RunId } from 'wandb-run-ops/types'
 *
 * runId({ id: 'a1b2c3d4' as RunId }) // => 'a1b2c3d4'
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runId = (run: Pick<RunFields, 'id'>): RunId => run.id

/**
 * Returns the server's internal id of the run.
 *
 * It is opaque and unique on its server. The server's API calls it `id`, and query panels call it `internalId`.
 *
 * @param run - A run.
 * @returns The id.
 * @example
 * ```ts
 * import { runStorageId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * runStorageId({ storageId: 'UnVuOjE=' as StorageId }) // => 'UnVuOjE='
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runStorageId = (run: Pick<RunFields, 'storageId'>): StorageId => run.storageId

/**
 * Returns the name of the run as the web app shows it.
 *
 * This is the display name, or the run's id when it has none. Names are not unique: use {@link runId} to identify a
 * run.
 *
 * @param run - A run.
 * @returns The name, always a string.
 * @example
 * ```ts
 * import { runName } from 'wandb-run-ops/ops'
 * import type { RunId } from 'wandb-run-ops/types'
 *
 * const id = 'a1b2c3d4' as RunId
 *
 * runName({ displayName: 'swift-sun-1', id }) // => 'swift-sun-1'
 * runName({ displayName: undefined, id }) // => 'a1b2c3d4'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runName = (run: Pick<RunFields, 'displayName' | 'id'>): string => computedFields.name(run)

/**
 * Returns the display name of the run.
 *
 * {@link runName} falls back to the id when there is none.
 *
 * @param run - A run.
 * @returns The display name; `undefined` when there is none.
 * @example
 * ```ts
 * import { runDisplayName } from 'wandb-run-ops/ops'
 *
 * runDisplayName({ displayName: 'swift-sun-1' }) // => 'swift-sun-1'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runDisplayName = (run: Pick<RunFields, 'displayName'>): string | undefined => run.displayName

/**
 * Returns the path of the run: `entity/project/id`.
 *
 * Each segment is percent-encoded.
 *
 * @param run - A run.
 * @returns The path, without leading or trailing slash.
 * @example
 * ```ts
 * import { runPath } from 'wandb-run-ops/ops'
 * import type { RunId } from 'wandb-run-ops/types'
 *
 * runPath({ entity: 'team', project: 'my vision', id: 'a1b2c3d4' as RunId }) // => 'team/my%20vision/a1b2c3d4'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runPath = (run: Pick<RunFields, 'entity' | 'id' | 'project'>): string =>
  encodePath([run.entity, run.project, run.id])

/**
 * Returns the URL of the run's page.
 *
 * The page is in the web app of the server that the run was loaded from. Each segment is percent-encoded.
 *
 * @param run - A run.
 * @returns The URL.
 * @example
 * ```ts
 * import { runUrl } from 'wandb-run-ops/ops'
 * import type { RunId } from 'wandb-run-ops/types'
 *
 * const run = { appUrl: 'https://wandb.ai', entity: 'team', project: 'vision', id: 'a1b2c3d4' as RunId }
 *
 * runUrl(run) // => 'https://wandb.ai/team/vision/runs/a1b2c3d4'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runUrl = (run: Pick<RunFields, 'appUrl' | 'entity' | 'id' | 'project'>): string =>
  urlOf(run.appUrl, [run.entity, run.project, 'runs', run.id])
