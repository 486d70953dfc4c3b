import type { Eq } from 'fp-ts/lib/Eq.js'
import type { ArtifactType } from '../../types/ArtifactType.ts'

/**
 * Two records are the same artifact type if they have the same id.
 *
 * @example
 * ```ts
 * import { eqArtifactType } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * eqArtifactType.equals({ id: 'QTox' as StorageId }, { id: 'QToy' as StorageId }) // => false
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqArtifactType: Eq<Pick<ArtifactType, 'id'>> = {
  equals: (first, second) => first.id === second.id,
}
