import type { RunFile } from '../../types/RunFile.ts'

/**
 * Returns the file's size in bytes.
 *
 * @param file - A file.
 * @returns The number of bytes; `undefined` if the server does not report it.
 * @example
 * ```ts
 * import { fileSize } from 'wandb-run-ops/ops'
 *
 * fileSize({ size: 1921 }) // => 1921
 * ```
 * @category File operations
 * @since 0.1.0
 */
export const fileSize = (file: Pick<RunFile, 'size'>): number | undefined => file.size
