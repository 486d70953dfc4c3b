import type { Artifact } from '../../types/Artifact.ts'

/**
 * Returns the artifact's tags.
 *
 * In the server's order.
 *
 * @param artifact - An artifact.
 * @returns The tags; empty if there are none.
 * @example
 * ```ts
 * import { artifactTags } from 'wandb-run-ops/ops'
 *
 * artifactTags({ tags: ['reviewed'] }) // => ['reviewed']
 * ```
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactTags = (artifact: Pick<Artifact, 'tags'>): ReadonlyArray<string> => artifact.tags
