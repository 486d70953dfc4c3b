import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the version's tags.
 *
 * In the server's order.
 *
 * @param artifactVersion - An artifact version.
 * @returns The tags; empty if there are none, `undefined` if they were not loaded.
 * @example
 * ```ts
 * import { artifactVersionTags } from 'wandb-run-ops/ops'
 *
 * artifactVersionTags({ tags: ['reviewed'] }) // => ['reviewed']
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionTags = (
  artifactVersion: Pick<ArtifactVersion, 'tags'>,
): ReadonlyArray<string> | undefined => artifactVersion.tags
