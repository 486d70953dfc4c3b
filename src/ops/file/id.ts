import type { RunFile } from '../../types/RunFile.ts'
import type { StorageId } from '../../types/StorageId.ts'

/**
 * Gives the server's own id of the file.
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
