import type { Project } from '../../types/Project.ts'
import { pathSegment } from '../internal/pathSegment.ts'

/**
 * Returns the project's path: `entity/project`.
 *
 * Each segment is percent-encoded.
 *
 * @param project - A project.
 * @returns The path, without leading or trailing slash.
 * @example
 * ```ts
 * import { projectPath } from 'wandb-run-ops/ops'
 *
 * projectPath({ entity: 'team', name: 'my vision' }) // => 'team/my%20vision'
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectPath = (project: Pick<Project, 'entity' | 'name'>): string =>
  [project.entity, project.name].map(pathSegment).join('/')

/**
 * Returns the URL of the project's workspace.
 *
 * It points to the web app of the server that the project was loaded from. Each segment is percent-encoded.
 *
 * @param project - A project.
 * @returns The URL.
 * @example
 * ```ts
 * import { projectUrl } from 'wandb-run-ops/ops'
 *
 * const project = { appUrl: 'https://wandb.ai', entity: 'team', name: 'vision' }
 *
 * projectUrl(project) // => 'https://wandb.ai/team/vision/workspace'
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectUrl = (project: Pick<Project, 'appUrl' | 'entity' | 'name'>): string =>
  `${project.appUrl}/${projectPath(project)}/workspace`
