import type { RunFile } from '../../types/RunFile.ts'

/**
 * Returns the file's path within its run, with slashes between folders.
 *
 * @param file - A file.
 * @returns The path.
 * @example
 * ```ts
 * import { fileName } from 'wandb-run-ops/ops'
 *
 * fileName({ name: 'media/images/a.png' }) // => 'media/images/a.png'
 * ```
 * @category File operations
 * @since 0.1.0
 */
export const fileName = (file: Pick<RunFile, 'name'>): string => file.name
