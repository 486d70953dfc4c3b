import type { RunId } from '../../types/RunId.ts'
import type { RunFields } from '../../types/RunWith.ts'
import type { StorageId } from '../../types/StorageId.ts'

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
