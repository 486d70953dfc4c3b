import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'
import type { ArtifactVersionSource } from '../../types/ArtifactVersionSource.ts'

/**
 * Gives where the version was logged: entity, project, name and number there.
 *
 * For a version that was loaded from a portfolio it is another place than the version's own.
 *
 * @param artifactVersion - An artifact version.
 * @returns The place.
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
 * Tells whether the version was loaded from a collection that it is linked to, and not from the one that it was logged to.
 *
 * @param artifactVersion - An artifact version.
 * @returns `true` where name, project or entity are not those of the source.
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
  const same = [entity === source.entity, project === source.project, name === source.name]
  return same.includes(false)
}
