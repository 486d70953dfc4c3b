import type { ProjectOverview } from '../../types/ProjectOverview.ts'

/**
 * Returns the tags of the project's runs.
 *
 * @param project - A project, loaded with its counts and tags.
 * @returns Each tag once, in the server's order; empty if there are none.
 * @example
 * ```ts
 * import { projectTags } from 'wandb-run-ops/ops'
 *
 * projectTags({ tags: ['baseline', 'best'] }) // => ['baseline', 'best']
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectTags = (project: Pick<ProjectOverview, 'tags'>): ReadonlyArray<string> => project.tags
