import type { Eq } from 'fp-ts/lib/Eq.js'
import type { Artifact } from '../../types/Artifact.ts'

/**
 * Two records are the same artifact if they have the same id.
 *
 * @example
 * ```ts
 * import { eqArtifact } from 'wandb-run-ops/ops'
 * import type { StorageId } from 'wandb-run-ops/types'
 *
 * eqArtifact.equals({ id: 'QTox' as StorageId }, { id: 'QTox' as StorageId }) // => true
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const eqArtifact: Eq<Pick<Artifact, 'id'>> = {
  equals: (first, second) => first.id === second.id,
}
