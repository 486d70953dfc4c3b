import type { RunId } from '../../types/RunId.ts'
import type { RunFields } from '../../types/RunWith.ts'
import type { StorageId } from '../../types/StorageId.ts'

/**
 * Gives the run's short id, as in its URL.
 *
 * Unique within a project. The wire calls it `name`.
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
 * Gives the server's own id of the run.
 *
 * Opaque, and unique on its server. The wire calls it `id`, and query panels `internalId`.
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
