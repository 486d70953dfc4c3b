import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

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
  artifactVersion.entity === undefined || artifactVersion.project === undefined
    ? undefined
    : `${artifactVersion.entity}/${artifactVersion.project}/${artifactVersion.name}:v${artifactVersion.version}`
