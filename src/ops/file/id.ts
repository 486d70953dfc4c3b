import type { RunFile } from '../../types/RunFile.ts'
import type { StorageId } from '../../types/StorageId.ts'

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
