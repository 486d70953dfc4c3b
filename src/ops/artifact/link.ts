import type { Artifact } from '../../types/Artifact.ts'
import { pathSegment } from '../internal/pathSegment.ts'
import type { Link } from '../Link.ts'

/**
 * Returns the URL of the artifact's page.
 *
 * It points to the web app of the server that the artifact was loaded from. Each segment is percent-encoded.
 *
 * @param artifact - An artifact.
 * @returns The URL.
 * @example
 * ```ts
 * import { artifactUrl } from 'wandb-run-ops/ops'
 *
 * const artifact = { appUrl: 'https://wandb.ai', entity: 'team', project: 'vision', type: 'model', name: 'best model' }
 *
 * artifactUrl(artifact) // => 'https://wandb.ai/team/vision/artifacts/model/best%20model'
 * ```
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactUrl = (artifact: Pick<Artifact, 'appUrl' | 'entity' | 'name' | 'project' | 'type'>): string => {
  const { appUrl, entity, name, project, type } = artifact
  return `${appUrl}/${[entity, project, 'artifacts', type, name].map(pathSegment).join('/')}`
}

/**
 * Returns a link to the artifact's page, labeled with the artifact's name.
 *
 * @param artifact - An artifact.
 * @returns The label and the URL.
 * @example
 * ```ts
 * import { artifactLink } from 'wandb-run-ops/ops'
 *
 * const artifact = { appUrl: 'https://wandb.ai', entity: 'team', project: 'vision', type: 'model', name: 'best' }
 *
 * artifactLink(artifact) // => { name: 'best', url: 'https://wandb.ai/team/vision/artifacts/model/best' }
 * ```
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactLink = (artifact: Pick<Artifact, 'appUrl' | 'entity' | 'name' | 'project' | 'type'>): Link => ({
  name: artifact.name,
  url: artifactUrl(artifact),
})
