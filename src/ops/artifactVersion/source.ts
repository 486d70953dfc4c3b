import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'
import type { ArtifactVersionSource } from '../../types/ArtifactVersionSource.ts'

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
  const same = [entity === source.entity, project === source.project, name === source.name]
  return same.includes(false)
}
