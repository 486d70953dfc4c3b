import type { Eq } from 'fp-ts/lib/Eq.js'
import type { ArtifactType } from '../types/artifact/ArtifactType.ts'
import type { StorageId } from '../types/wire/ids.ts'
import { copyDate } from './ownValue.ts'

/**
 * Returns when the artifact type was created in its project.
 *
 * @param artifactType - An artifact type.
 * @returns The creation time.
 * @example
 * ```ts
 * import { artifactTypeCreatedAt } from 'wandb-run-ops/ops'
 *
 * artifactTypeCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @visibility hidden
 * @category Artifact type operations
 * @since 0.1.0
 */
export const artifactTypeCreatedAt = (artifactType: Pick<ArtifactType, 'createdAt'>): Date =>
  copyDate(artifactType.createdAt)

/**
 * Returns the artifact type's description.
 *
 * @param artifactType - An artifact type.
 * @returns The description; `undefined` if there is none.
 * @example
 * ```ts
 * import { artifactTypeDescription } from 'wandb-run-ops/ops'
 *
 * artifactTypeDescription({ description: 'data sets' }) // => 'data sets'
 * ```
 * @visibility hidden
 * @category Artifact type operations
 * @since 0.1.0
 */
export const artifactTypeDescription = (artifactType: Pick<ArtifactType, 'description'>): string | undefined =>
  artifactType.description

/**
 * Two records are the same artifact type if they have the same id.
 *
 * @example
 * ```ts
 * import { eqArtifactType } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * eqArtifactType.equals({ id: 'QTox' as StorageId }, { id: 'QToy' as StorageId }) // => false
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqArtifactType: Eq<Pick<ArtifactType, 'id'>> = {
  equals: (first, second) => first.id === second.id,
}

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

/**
 * Returns the artifact type's name, such as `dataset`.
 *
 * @param artifactType - An artifact type.
 * @returns The name.
 * @example
 * ```ts
 * import { artifactTypeName } from 'wandb-run-ops/ops'
 *
 * artifactTypeName({ name: 'dataset' }) // => 'dataset'
 * ```
 * @category Artifact type operations
 * @since 0.1.0
 */
export const artifactTypeName = (artifactType: Pick<ArtifactType, 'name'>): string => artifactType.name

/**
 * Returns the entity that owns the artifact type's project.
 *
 * @param artifactType - An artifact type.
 * @returns The entity's name.
 * @example
 * ```ts
 * import { artifactTypeEntity } from 'wandb-run-ops/ops'
 *
 * artifactTypeEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category Artifact type operations
 * @since 0.1.0
 */
export const artifactTypeEntity = (artifactType: Pick<ArtifactType, 'entity'>): string => artifactType.entity

/**
 * Returns the artifact type's project.
 *
 * @param artifactType - An artifact type.
 * @returns The project's name.
 * @example
 * ```ts
 * import { artifactTypeProject } from 'wandb-run-ops/ops'
 *
 * artifactTypeProject({ project: 'vision' }) // => 'vision'
 * ```
 * @visibility hidden
 * @category Artifact type operations
 * @since 0.1.0
 */
export const artifactTypeProject = (artifactType: Pick<ArtifactType, 'project'>): string => artifactType.project
