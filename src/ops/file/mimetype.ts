import type { RunFile } from '../../types/RunFile.ts'

/**
 * Gives the media type of the file.
 *
 * @param file - A file.
 * @returns The type, such as `text/plain`; `undefined` where the server does not tell.
 * @example
 * ```ts
 * import { fileMimetype } from 'wandb-run-ops/ops'
 *
 * fileMimetype({ mimetype: 'image/png' }) // => 'image/png'
 * ```
 * @category File operations
 * @since 0.1.0
 */
export const fileMimetype = (file: Pick<RunFile, 'mimetype'>): string | undefined => file.mimetype
