import type { RunFile } from '../../types/RunFile.ts'

/**
 * Returns the file's media type.
 *
 * @param file - A file.
 * @returns The type, such as `text/plain`; `undefined` if the server does not report it.
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
