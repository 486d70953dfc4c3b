import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Gives the tags of the version.
 *
 * In the server's order.
 *
 * @param artifactVersion - An artifact version.
 * @returns The tags; empty where there are none, `undefined` where they were not loaded.
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
