import type { RunFile } from '../../types/RunFile.ts'

/**
 * Returns when the file was last written.
 *
 * @param file - A file.
 * @returns The time of the last write.
 * @example
 * ```ts
 * import { fileUpdatedAt } from 'wandb-run-ops/ops'
 *
 * fileUpdatedAt({ updatedAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category File operations
 * @since 0.1.0
 */
export const fileUpdatedAt = (file: Pick<RunFile, 'updatedAt'>): Date => file.updatedAt
