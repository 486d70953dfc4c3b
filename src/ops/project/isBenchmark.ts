import type { Project } from '../../types/Project.ts'

/**
 * Returns whether the project is a benchmark.
 *
 * @param project - A project.
 * @returns Whether it is one; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { projectIsBenchmark } from 'wandb-run-ops/ops'
 *
 * projectIsBenchmark({ isBenchmark: false }) // => false
 * ```
 * @visibility hidden
 * @category Project operations
 * @since 0.1.0
 */
export const projectIsBenchmark = (project: Pick<Project, 'isBenchmark'>): boolean | undefined => project.isBenchmark
