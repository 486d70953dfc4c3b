import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Ord } from 'fp-ts/lib/Ord.js'
import type { RunFile } from '../types/file/RunFile.ts'
import type { StorageId } from '../types/wire/ids.ts'
import { ordBy } from './compareValues.ts'
import { copyDate } from './ownValue.ts'

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

/**
 * Two records are the same file if they have the same id, even if the contents changed in between.
 *
 * @example
 * ```ts
 * import { eqFile } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * eqFile.equals({ id: 'RmlsZTox' as StorageId }, { id: 'RmlsZToy' as StorageId }) // => false
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqFile: Eq<Pick<RunFile, 'id'>> = { equals: (first, second) => first.id === second.id }

/**
 * Returns the file's storage id.
 *
 * @param file - A file.
 * @returns The id.
 * @example
 * ```ts
 * import { fileId } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * fileId({ id: 'RmlsZTox' as StorageId }) // => 'RmlsZTox'
 * ```
 * @visibility hidden
 * @category File operations
 * @since 0.1.0
 */
export const fileId = (file: Pick<RunFile, 'id'>): StorageId => file.id

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

/**
 * Orders files by name, compared by UTF-16 code units.
 *
 * @example
 * ```ts
 * import { ordFileByName } from 'wandb-run-ops/ops'
 *
 * ordFileByName.compare({ name: 'config.yaml' }, { name: 'output.log' }) // => -1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordFileByName: Ord<Pick<RunFile, 'name'>> = /* @__PURE__ */ ordBy(
  (file: Pick<RunFile, 'name'>) => file.name,
)

/**
 * Orders files by size, smallest first, unknown sizes last.
 *
 * @example
 * ```ts
 * import { ordFileBySize } from 'wandb-run-ops/ops'
 *
 * ordFileBySize.compare({ size: 1921 }, { size: 5 }) // => 1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordFileBySize: Ord<Pick<RunFile, 'size'>> = /* @__PURE__ */ ordBy(
  (file: Pick<RunFile, 'size'>) => file.size,
)

/**
 * Orders files by size, largest first, unknown sizes last.
 *
 * @example
 * ```ts
 * import { ordFileBySizeDescending } from 'wandb-run-ops/ops'
 *
 * ordFileBySizeDescending.compare({ size: 1921 }, { size: 5 }) // => -1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordFileBySizeDescending: Ord<Pick<RunFile, 'size'>> = /* @__PURE__ */ ordBy(
  (file: Pick<RunFile, 'size'>) => file.size,
  'desc',
)

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
export const fileUpdatedAt = (file: Pick<RunFile, 'updatedAt'>): Date => copyDate(file.updatedAt)

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
