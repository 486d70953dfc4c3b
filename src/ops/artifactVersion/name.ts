import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Gives the name of the version's collection, such as `model`.
 *
 * {@link artifactVersionQualifiedName} has the project and the number of the version beside it.
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
 * Gives the full name of the version: `entity/project/name:v3`.
 *
 * @param artifactVersion - An artifact version.
 * @returns The full name; `undefined` where the entity or the project is not known.
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
  artifactVersion.entity === undefined || artifactVersion.project === undefined
    ? undefined
    : `${artifactVersion.entity}/${artifactVersion.project}/${artifactVersion.name}:v${artifactVersion.version}`
