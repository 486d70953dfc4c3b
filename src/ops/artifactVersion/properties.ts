import type { ArtifactVersion } from '../../types/artifact/ArtifactVersion.ts'
import type { ArtifactVersionSource } from '../../types/artifact/ArtifactVersionSource.ts'
import { copyDate } from '../ownValue.ts'

/**
 * Returns the Git commit that the version was made from.
 *
 * @param artifactVersion - An artifact version.
 * @returns The hash; `undefined` if none was recorded.
 * @example
 * ```ts
 * import { artifactVersionHash } from 'wandb-run-ops/ops'
 *
 * artifactVersionHash({ commitHash: '3f2a91c' }) // => '3f2a91c'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionHash = (artifactVersion: Pick<ArtifactVersion, 'commitHash'>): string | undefined =>
  artifactVersion.commitHash

/**
 * Returns when the version was created.
 *
 * @param artifactVersion - An artifact version.
 * @returns The creation time.
 * @example
 * ```ts
 * import { artifactVersionCreatedAt } from 'wandb-run-ops/ops'
 *
 * artifactVersionCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionCreatedAt = (artifactVersion: Pick<ArtifactVersion, 'createdAt'>): Date =>
  copyDate(artifactVersion.createdAt)

/**
 * Returns the version's description.
 *
 * @param artifactVersion - An artifact version.
 * @returns The description; `undefined` if there is none.
 * @example
 * ```ts
 * import { artifactVersionDescription } from 'wandb-run-ops/ops'
 *
 * artifactVersionDescription({ description: 'trained on v2 of the data' }) // => 'trained on v2 of the data'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionDescription = (artifactVersion: Pick<ArtifactVersion, 'description'>): string | undefined =>
  artifactVersion.description

/**
 * Returns the digest of the version's manifest.
 *
 * Equal digests mean equal contents.
 *
 * @param artifactVersion - An artifact version.
 * @returns The digest.
 * @example
 * ```ts
 * import { artifactVersionDigest } from 'wandb-run-ops/ops'
 *
 * artifactVersionDigest({ digest: '64e7c61456b10382e2f3b571ac24b659' }) // => '64e7c61456b10382e2f3b571ac24b659'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionDigest = (artifactVersion: Pick<ArtifactVersion, 'digest'>): string =>
  artifactVersion.digest

/**
 * Returns the last history step of the run when it logged the version.
 *
 * @param artifactVersion - An artifact version.
 * @returns The step; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { artifactVersionHistoryStep } from 'wandb-run-ops/ops'
 *
 * artifactVersionHistoryStep({ historyStep: 120 }) // => 120
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionHistoryStep = (artifactVersion: Pick<ArtifactVersion, 'historyStep'>): number | undefined =>
  artifactVersion.historyStep

/**
 * Returns the version's metadata.
 *
 * @param artifactVersion - An artifact version.
 * @returns The metadata; empty if there is none.
 * @example
 * ```ts
 * import { artifactVersionMetadata } from 'wandb-run-ops/ops'
 *
 * artifactVersionMetadata({ metadata: { epochs: 10 } }) // => { epochs: 10 }
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionMetadata = (
  artifactVersion: Pick<ArtifactVersion, 'metadata'>,
): Readonly<Record<string, unknown>> => artifactVersion.metadata

/**
 * Returns the total size of the version's files in bytes.
 *
 * Includes referenced files.
 *
 * @param artifactVersion - An artifact version.
 * @returns The number of bytes.
 * @example
 * ```ts
 * import { artifactVersionSize } from 'wandb-run-ops/ops'
 *
 * artifactVersionSize({ size: 1921 }) // => 1921
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionSize = (artifactVersion: Pick<ArtifactVersion, 'size'>): number => artifactVersion.size

/**
 * Returns the number of files in the version.
 *
 * @param artifactVersion - An artifact version.
 * @returns The number; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { artifactVersionFileCount } from 'wandb-run-ops/ops'
 *
 * artifactVersionFileCount({ fileCount: 3 }) // => 3
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionFileCount = (artifactVersion: Pick<ArtifactVersion, 'fileCount'>): number | undefined =>
  artifactVersion.fileCount

/**
 * Returns where the version was logged: its entity, project, name and number there.
 *
 * For a version loaded from a portfolio this differs from the version's own collection.
 *
 * @param artifactVersion - An artifact version.
 * @returns The source.
 * @example
 * ```ts
 * import { artifactVersionSource } from 'wandb-run-ops/ops'
 *
 * const source = { entity: 'team', project: 'vision', name: 'model', version: 3 }
 *
 * artifactVersionSource({ source }).name // => 'model'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionSource = (artifactVersion: Pick<ArtifactVersion, 'source'>): ArtifactVersionSource =>
  artifactVersion.source

/**
 * Returns whether the version was loaded from a collection that it is linked to, rather than the one it was logged to.
 *
 * @param artifactVersion - An artifact version.
 * @returns `true` if the name, project or entity differs from the source's.
 * @example
 * ```ts
 * import { artifactVersionIsLink } from 'wandb-run-ops/ops'
 *
 * const source = { entity: 'team', project: 'vision', name: 'model', version: 3 }
 *
 * artifactVersionIsLink({ entity: 'team', project: 'registry', name: 'best', source }) // => true
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionIsLink = (
  artifactVersion: Pick<ArtifactVersion, 'entity' | 'name' | 'project' | 'source'>,
): boolean => {
  const { entity, name, project, source } = artifactVersion
  if (source === undefined || source === null) return undefined as never
  const same = [entity === source.entity, project === source.project, name === source.name]
  return same.includes(false)
}

/**
 * Returns the version's state: `COMMITTED` if complete, otherwise `PENDING` or `DELETED`.
 *
 * @param artifactVersion - An artifact version.
 * @returns The state; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { artifactVersionState } from 'wandb-run-ops/ops'
 *
 * artifactVersionState({ state: 'COMMITTED' }) // => 'COMMITTED'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionState = (artifactVersion: Pick<ArtifactVersion, 'state'>): string | undefined =>
  artifactVersion.state

/**
 * Returns the version's tags.
 *
 * In the server's order.
 *
 * @param artifactVersion - An artifact version.
 * @returns The tags; empty if there are none, `undefined` if they were not loaded.
 * @example
 * ```ts
 * import { artifactVersionTags } from 'wandb-run-ops/ops'
 *
 * artifactVersionTags({ tags: ['reviewed'] }) // => ['reviewed']
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionTags = (
  artifactVersion: Pick<ArtifactVersion, 'tags'>,
): ReadonlyArray<string> | undefined => artifactVersion.tags

/**
 * Returns the version's time to live, in seconds from its creation.
 *
 * @param artifactVersion - An artifact version.
 * @returns The number of seconds; `undefined` if the version never expires or its time to live was not loaded.
 * @example
 * ```ts
 * import { artifactVersionTtlDurationSeconds } from 'wandb-run-ops/ops'
 *
 * artifactVersionTtlDurationSeconds({ ttlDurationSeconds: 86400 }) // => 86400
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionTtlDurationSeconds = (
  artifactVersion: Pick<ArtifactVersion, 'ttlDurationSeconds'>,
): number | undefined => artifactVersion.ttlDurationSeconds

/**
 * Returns whether the version inherits its time to live from its collection or project.
 *
 * @param artifactVersion - An artifact version.
 * @returns `undefined` if it was not loaded.
 * @example
 * ```ts
 * import { artifactVersionTtlIsInherited } from 'wandb-run-ops/ops'
 *
 * artifactVersionTtlIsInherited({ ttlIsInherited: true }) // => true
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionTtlIsInherited = (
  artifactVersion: Pick<ArtifactVersion, 'ttlIsInherited'>,
): boolean | undefined => artifactVersion.ttlIsInherited

/**
 * Returns when the version was last updated.
 *
 * @param artifactVersion - An artifact version.
 * @returns The time of the last update; the creation time if the server does not report it.
 * @example
 * ```ts
 * import { artifactVersionUpdatedAt } from 'wandb-run-ops/ops'
 *
 * artifactVersionUpdatedAt({ updatedAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionUpdatedAt = (artifactVersion: Pick<ArtifactVersion, 'updatedAt'>): Date =>
  copyDate(artifactVersion.updatedAt)
