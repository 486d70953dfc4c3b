import type { RunFields } from '../../types/RunWith.ts'
import { pathSegment } from '../internal/pathSegment.ts'

/**
 * Returns the path of the run: `entity/project/id`.
 *
 * Each segment is percent-encoded.
 *
 * @param run - A run.
 * @returns The path, without leading or trailing slash.
 * @example
 * ```ts
 * import { runPath } from 'wandb-run-ops/ops'
 * import type { RunId } from 'wandb-run-ops/types'
 *
 * runPath({ entity: 'team', project: 'my vision', id: 'a1b2c3d4' as RunId }) // => 'team/my%20vision/a1b2c3d4'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runPath = (run: Pick<RunFields, 'entity' | 'id' | 'project'>): string =>
  [run.entity, run.project, run.id].map(pathSegment).join('/')

/**
 * Returns the URL of the run's page.
 *
 * The page is in the web app of the server that the run was loaded from. Each segment is percent-encoded.
 *
 * @param run - A run.
 * @returns The URL.
 * @example
 * ```ts
 * import { runUrl } from 'wandb-run-ops/ops'
 * import type { RunId } from 'wandb-run-ops/types'
 *
 * const run = { appUrl: 'https://wandb.ai', entity: 'team', project: 'vision', id: 'a1b2c3d4' as RunId }
 *
 * runUrl(run) // => 'https://wandb.ai/team/vision/runs/a1b2c3d4'
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runUrl = (run: Pick<RunFields, 'appUrl' | 'entity' | 'id' | 'project'>): string => {
  const [entity, project, id] = [run.entity, run.project, run.id].map(pathSegment)
  return `${run.appUrl}/${entity}/${project}/runs/${id}`
}
