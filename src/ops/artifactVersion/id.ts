import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'
import type { StorageId } from '../../types/StorageId.ts'

/**
 * Returns the version's storage id.
 *
 * Opaque, and unique on its server.
 *
 * @param artifactVersion - An artifact version.
 * @returns The id.
 * @example
 * ```ts
 * import { artifactVersionId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * artifactVersionId({ id: 'QXJ0aWZhY3Q6MQ==' as StorageId }) // => 'QXJ0aWZhY3Q6MQ=='
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionId = (artifactVersion: Pick<ArtifactVersion, 'id'>): StorageId => artifactVersion.id
