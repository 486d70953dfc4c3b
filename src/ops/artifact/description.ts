import type { Artifact } from '../../types/Artifact.ts'

/**
 * Gives what the owner wrote about the artifact.
 *
 * @param artifact - An artifact.
 * @returns The text; `undefined` where there is none.
 * @example
 * ```ts
 * import { artifactDescription } from 'wandb-run-ops/ops'
 *
 * artifactDescription({ description: 'the weights' }) // => 'the weights'
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactDescription = (artifact: Pick<Artifact, 'description'>): string | undefined => artifact.description
