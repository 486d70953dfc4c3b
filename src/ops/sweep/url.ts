import type { Sweep } from '../../types/Sweep.ts'
import { pathSegment } from '../internal/pathSegment.ts'

/**
 * Returns the sweep's path: `entity/project/id`.
 *
 * Each segment is percent-encoded.
 *
 * @param sweep - A sweep.
 * @returns The path, without leading or trailing slash.
 * @example
 * ```ts
 * import { sweepPath } from 'wandb-run-ops/ops'
 *
 * sweepPath({ entity: 'team', project: 'my vision', id: 's1w2e3p4' }) // => 'team/my%20vision/s1w2e3p4'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepPath = (sweep: Pick<Sweep, 'entity' | 'id' | 'project'>): string =>
  [sweep.entity, sweep.project, sweep.id].map(pathSegment).join('/')

/**
 * Returns the URL of the sweep's page.
 *
 * It points to the web app of the server that the sweep was loaded from. Each segment is percent-encoded.
 *
 * @param sweep - A sweep.
 * @returns The URL.
 * @example
 * ```ts
 * import { sweepUrl } from 'wandb-run-ops/ops'
 *
 * const sweep = { appUrl: 'https://wandb.ai', entity: 'team', project: 'vision', id: 's1w2e3p4' }
 *
 * sweepUrl(sweep) // => 'https://wandb.ai/team/vision/sweeps/s1w2e3p4'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepUrl = (sweep: Pick<Sweep, 'appUrl' | 'entity' | 'id' | 'project'>): string => {
  const [entity, project, id] = [sweep.entity, sweep.project, sweep.id].map(pathSegment)
  return `${sweep.appUrl}/${entity}/${project}/sweeps/${id}`
}
