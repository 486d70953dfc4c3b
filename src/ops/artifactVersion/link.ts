import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'
import { pathSegment } from '../internal/pathSegment.ts'
import type { Link } from '../Link.ts'
import { artifactVersionIsLink } from './source.ts'

/**
 * Gives the address of the page of the version.
 *
 * It is on the web app of the server that the version was loaded from. Each segment is percent-encoded. A model that was
 * loaded from a portfolio has its page in the model registry.
 *
 * @param artifactVersion - An artifact version.
 * @returns The URL; `undefined` where the entity or the project is not known.
 * @example
 * ```ts
 * import { artifactVersionUrl } from 'wandb-run-ops/ops'
 *
 * const place = { entity: 'team', project: 'vision', name: 'best', version: 3 }
 *
 * artifactVersionUrl({ ...place, type: 'model', source: place, appUrl: 'https://wandb.ai' }) // => 'https://wandb.ai/team/vision/artifacts/model/best/v3'
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionUrl = (
  artifactVersion: Pick<ArtifactVersion, 'appUrl' | 'entity' | 'name' | 'project' | 'source' | 'type' | 'version'>,
): string | undefined => {
  const { appUrl, entity, name, project, type, version } = artifactVersion
  if (entity === undefined || project === undefined) return undefined
  if (artifactVersionIsLink(artifactVersion) && (type === 'model' || project === 'model-registry')) {
    const selection = pathSegment(`${entity}/${project}/${name}`)
    return `${appUrl}/${pathSegment(entity)}/registry/model?selectionPath=${selection}&view=membership&version=v${version}`
  }
  return `${appUrl}/${[entity, project, 'artifacts', type, name, `v${version}`].map(pathSegment).join('/')}`
}

/**
 * Gives a link to the page of the version, with the name and number of the version.
 *
 * @param artifactVersion - An artifact version.
 * @returns The name to show, such as `model:v3`, and the URL; `undefined` where the entity or the project is not known.
 * @example
 * ```ts
 * import { artifactVersionLink } from 'wandb-run-ops/ops'
 *
 * const place = { entity: 'team', project: 'vision', name: 'best', version: 3 }
 *
 * artifactVersionLink({ ...place, type: 'model', source: place, appUrl: 'https://wandb.ai' })?.name // => 'best:v3'
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionLink = (
  artifactVersion: Pick<ArtifactVersion, 'appUrl' | 'entity' | 'name' | 'project' | 'source' | 'type' | 'version'>,
): Link | undefined => {
  const url = artifactVersionUrl(artifactVersion)
  return url === undefined ? undefined : { name: `${artifactVersion.name}:v${artifactVersion.version}`, url }
}
