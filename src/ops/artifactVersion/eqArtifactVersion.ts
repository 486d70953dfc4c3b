import type { Eq } from 'fp-ts/lib/Eq.js'
import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Two records are the same artifact version if they have the same id. Versions with equal contents have equal digests,
 * but not equal ids.
 *
 * @example
 * ```ts
 * import { eqArtifactVersion } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * eqArtifactVersion.equals({ id: 'QTox' as StorageId }, { id: 'QTox' as StorageId }) // => true
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqArtifactVersion: Eq<Pick<ArtifactVersion, 'id'>> = {
  equals: (first, second) => first.id === second.id,
}
