import type { ArtifactType } from '../../types/ArtifactType.ts'
import type { StorageId } from '../../types/StorageId.ts'

/**
 * Returns the artifact type's storage id.
 *
 * Opaque, and unique on its server.
 *
 * @param artifactType - An artifact type.
 * @returns The id.
 * @example
 * ```ts
 * import { artifactTypeId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * artifactTypeId({ id: 'QXJ0Og==' as StorageId }) // => 'QXJ0Og=='
 * ```
 * @visibility hidden
 * @category Artifact type operations
 * @since 0.1.0
 */
export const artifactTypeId = (artifactType: Pick<ArtifactType, 'id'>): StorageId => artifactType.id
