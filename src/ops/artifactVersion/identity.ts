import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Ord } from 'fp-ts/lib/Ord.js'
import type { ArtifactVersion } from '../../types/artifact/ArtifactVersion.ts'
import type { StorageId } from '../../types/wire/ids.ts'
import { ordBy } from '../compareValues.ts'

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

/**
 * Returns the name of the version's collection, such as `model`.
 *
 * {@link artifactVersionQualifiedName} also includes the project and the version number.
 *
 * @param artifactVersion - An artifact version.
 * @returns The name, without version or alias.
 * @example
 * ```ts
 * import { artifactVersionName } from 'wandb-run-ops/ops'
 *
 * artifactVersionName({ name: 'model' }) // => 'model'
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionName = (artifactVersion: Pick<ArtifactVersion, 'name'>): string => artifactVersion.name

/**
 * Returns the version's qualified name: `entity/project/name:v3`.
 *
 * @param artifactVersion - An artifact version.
 * @returns The qualified name; `undefined` if the entity or the project is unknown.
 * @example
 * ```ts
 * import { artifactVersionQualifiedName } from 'wandb-run-ops/ops'
 *
 * const version = { entity: 'team', project: 'vision', name: 'model', version: 3 }
 *
 * artifactVersionQualifiedName(version) // => 'team/vision/model:v3'
 * artifactVersionQualifiedName({ ...version, entity: undefined }) // => undefined
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionQualifiedName = (
  artifactVersion: Pick<ArtifactVersion, 'entity' | 'name' | 'project' | 'version'>,
): string | undefined =>
  [artifactVersion.entity, artifactVersion.project, artifactVersion.name, artifactVersion.version].includes(undefined)
    ? undefined
    : `${artifactVersion.entity}/${artifactVersion.project}/${artifactVersion.name}:v${artifactVersion.version}`

/**
 * Returns the entity that owns the version's collection.
 *
 * @param artifactVersion - An artifact version.
 * @returns The entity's name; `undefined` if the API key cannot see it.
 * @example
 * ```ts
 * import { artifactVersionEntity } from 'wandb-run-ops/ops'
 *
 * artifactVersionEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionEntity = (artifactVersion: Pick<ArtifactVersion, 'entity'>): string | undefined =>
  artifactVersion.entity

/**
 * Returns the project of the version's collection.
 *
 * @param artifactVersion - An artifact version.
 * @returns The project's name; `undefined` if the API key cannot see it.
 * @example
 * ```ts
 * import { artifactVersionProject } from 'wandb-run-ops/ops'
 *
 * artifactVersionProject({ project: 'vision' }) // => 'vision'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionProject = (artifactVersion: Pick<ArtifactVersion, 'project'>): string | undefined =>
  artifactVersion.project

/**
 * Returns the version's number in its collection: 3 for `v3`.
 *
 * Query panels use this name; {@link artifactVersionNumber} returns the same number.
 *
 * @param artifactVersion - An artifact version.
 * @returns The number, from 0.
 * @example
 * ```ts
 * import { artifactVersionVersionId } from 'wandb-run-ops/ops'
 *
 * artifactVersionVersionId({ version: 3 }) // => 3
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionVersionId = (artifactVersion: Pick<ArtifactVersion, 'version'>): number =>
  artifactVersion.version

/**
 * Returns the version's number in its collection: 3 for `v3`.
 *
 * The same number as {@link artifactVersionVersionId}.
 *
 * @param artifactVersion - An artifact version.
 * @returns The number, from 0.
 * @example
 * ```ts
 * import { artifactVersionNumber } from 'wandb-run-ops/ops'
 *
 * artifactVersionNumber({ version: 3 }) // => 3
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionNumber = (artifactVersion: Pick<ArtifactVersion, 'version'>): number =>
  artifactVersion.version

/**
 * Returns the version's first alias other than a version alias, such as `latest`.
 *
 * Without such an alias, it is `v` and the version number.
 *
 * @param artifactVersion - An artifact version.
 * @returns The alias, always a string.
 * @example
 * ```ts
 * import { artifactVersionAlias } from 'wandb-run-ops/ops'
 *
 * artifactVersionAlias({ alias: 'latest' }) // => 'latest'
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionAlias = (artifactVersion: Pick<ArtifactVersion, 'alias'>): string => artifactVersion.alias

/**
 * Returns all aliases of the version in its collection.
 *
 * In the server's order; includes `v` and the version number if the server lists it.
 *
 * @param artifactVersion - An artifact version.
 * @returns The aliases; empty if there are none.
 * @example
 * ```ts
 * import { artifactVersionAliases } from 'wandb-run-ops/ops'
 *
 * artifactVersionAliases({ aliases: ['latest', 'v3'] }) // => ['latest', 'v3']
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionAliases = (artifactVersion: Pick<ArtifactVersion, 'aliases'>): ReadonlyArray<string> =>
  artifactVersion.aliases

/**
 * Returns the type of the version's collection, such as `dataset` or `model`.
 *
 * @param artifactVersion - An artifact version.
 * @returns The type.
 * @example
 * ```ts
 * import { artifactVersionType } from 'wandb-run-ops/ops'
 *
 * artifactVersionType({ type: 'model' }) // => 'model'
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionType = (artifactVersion: Pick<ArtifactVersion, 'type'>): string => artifactVersion.type

/**
 * Two records are the same artifact version if they have the same id. Versions with equal contents have equal digests,
 * but not equal ids.
 *
 * @example
 * ```ts
 * import { eqArtifactVersion } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * eqArtifactVersion.equals({ id: 'QTox' as StorageId }, { id: 'QTox' as StorageId }) // => true
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqArtifactVersion: Eq<Pick<ArtifactVersion, 'id'>> = {
  equals: (first, second) => first.id === second.id,
}

/**
 * Orders artifact versions by number, lowest first; versions of different collections with the same number tie.
 *
 * @example
 * ```ts
 * import { ordArtifactVersionByVersion } from 'wandb-run-ops/ops'
 *
 * ordArtifactVersionByVersion.compare({ version: 10 }, { version: 9 }) // => 1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordArtifactVersionByVersion: Ord<Pick<ArtifactVersion, 'version'>> =
  /* @__PURE__ */ ordBy(artifactVersionNumber)
