import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Gives the size of all files of the version in bytes.
 *
 * Files that the version only refers to are counted too.
 *
 * @param artifactVersion - An artifact version.
 * @returns The number of bytes.
 * @example
 * ```ts
 * import { artifactVersionSize } from 'wandb-run-ops/ops'
 *
 * artifactVersionSize({ size: 1921 }) // => 1921
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionSize = (artifactVersion: Pick<ArtifactVersion, 'size'>): number => artifactVersion.size

/**
 * Gives the number of files of the version.
 *
 * @param artifactVersion - An artifact version.
 * @returns The number; `undefined` where the server does not tell.
 * @example
 * ```ts
 * import { artifactVersionFileCount } from 'wandb-run-ops/ops'
 *
 * artifactVersionFileCount({ fileCount: 3 }) // => 3
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionFileCount = (artifactVersion: Pick<ArtifactVersion, 'fileCount'>): number | undefined =>
  artifactVersion.fileCount
