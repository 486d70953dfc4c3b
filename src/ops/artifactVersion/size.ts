import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the total size of the version's files in bytes.
 *
 * Includes referenced files.
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
 * Returns the number of files in the version.
 *
 * @param artifactVersion - An artifact version.
 * @returns The number; `undefined` if the server does not report it.
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
