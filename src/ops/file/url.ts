import type { RunFile } from '../../types/RunFile.ts'

/**
 * Gives the address at which the file is read with the API key.
 *
 * @param file - A file.
 * @returns The URL; `undefined` where the server does not tell.
 * @example
 * ```ts
 * import { fileUrl } from 'wandb-run-ops/ops'
 *
 * fileUrl({ url: 'https://api.wandb.ai/files/team/vision/a1b2c3d4/output.log' }) // => 'https://api.wandb.ai/files/team/vision/a1b2c3d4/output.log'
 * ```
 * @category File operations
 * @since 0.1.0
 */
export const fileUrl = (file: Pick<RunFile, 'url'>): string | undefined => file.url

/**
 * Gives the address at which the file is read without a key, for as long as the signature in it holds.
 *
 * @param file - A file.
 * @returns The URL; `undefined` where the server does not tell.
 * @example
 * ```ts
 * import { fileDirectUrl } from 'wandb-run-ops/ops'
 *
 * fileDirectUrl({ directUrl: 'https://storage.example.com/a?signature=b' }) // => 'https://storage.example.com/a?signature=b'
 * ```
 * @visibility hidden
 * @category File operations
 * @since 0.1.0
 */
export const fileDirectUrl = (file: Pick<RunFile, 'directUrl'>): string | undefined => file.directUrl
