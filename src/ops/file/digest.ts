import type { RunFile } from '../../types/RunFile.ts'

/**
 * Gives the digest of the file's contents: their MD5 in base64.
 *
 * @param file - A file.
 * @returns The digest; `undefined` where the server does not tell.
 * @example
 * ```ts
 * import { fileDigest } from 'wandb-run-ops/ops'
 *
 * fileDigest({ md5: 'XUFAKrxLKna5cZ2REBfFkg==' }) // => 'XUFAKrxLKna5cZ2REBfFkg=='
 * ```
 * @category File operations
 * @since 0.1.0
 */
export const fileDigest = (file: Pick<RunFile, 'md5'>): string | undefined => file.md5
