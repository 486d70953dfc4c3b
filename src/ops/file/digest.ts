import type { RunFile } from '../../types/RunFile.ts'

/**
 * Returns the digest of the file's contents: a base64-encoded MD5.
 *
 * @param file - A file.
 * @returns The digest; `undefined` if the server does not report it.
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
