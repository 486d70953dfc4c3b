import type { ArtifactVersion } from '../../types/artifact/ArtifactVersion.ts'
import type { Link } from '../Operation.ts'
import { encodePathSegment, urlOf } from '../urls.ts'
import { artifactVersionIsLink } from './properties.ts'

/**
 * Returns the URL of the version's page.
 *
 * It points to the web app of the server that the version was loaded from. Each segment is percent-encoded. A model
 * that was loaded from a portfolio has its page in the model registry.
 *
 * @param artifactVersion - An artifact version.
 * @returns The URL; `undefined` if the entity or the project is unknown.
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
  const isLink = artifactVersionIsLink(artifactVersion)
  if (entity === undefined || project === undefined || version === undefined || isLink === undefined) return undefined
  if (isLink && (type === 'model' || project === 'model-registry')) {
    const selection = encodePathSegment(`${entity}/${project}/${name}`)
    const query = `?selectionPath=${selection}&view=membership&version=v${version}`
    return urlOf(appUrl, [entity, 'registry', 'model'], query)
  }
  return urlOf(appUrl, [entity, project, 'artifacts', type, name, `v${version}`])
}

/**
 * Returns a link to the version's page, labeled with the version's name and number.
 *
 * @param artifactVersion - An artifact version.
 * @returns The label, such as `model:v3`, and the URL; `undefined` if the entity or the project is unknown.
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
