import type { Artifact } from '../../types/Artifact.ts'
import type { StorageId } from '../../types/StorageId.ts'

/**
 * Returns the artifact's storage id.
 *
 * Opaque, and unique on its server.
 *
 * @param artifact - An artifact.
 * @returns The id.
 * @example
 * ```ts
 * import { artifactId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * artifactId({ id: 'QXJ0Og==' as StorageId }) // => 'QXJ0Og=='
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactId = (artifact: Pick<Artifact, 'id'>): StorageId => artifact.id
