import type { Eq } from 'fp-ts/lib/Eq.js'
import type { RunFile } from '../../types/RunFile.ts'

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
