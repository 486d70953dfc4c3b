import type { RunFile } from '../../types/RunFile.ts'

/**
 * Returns the URL to download the file from with the API key.
 *
 * @param file - A file.
 * @returns The URL; `undefined` if the server does not report it.
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
 * Returns the signed URL to download the file from without a key, valid until its signature expires.
 *
 * @param file - A file.
 * @returns The URL; `undefined` if the server does not report it.
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
