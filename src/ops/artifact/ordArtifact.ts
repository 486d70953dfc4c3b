import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Artifact } from '../../types/Artifact.ts'
import { ordBy } from '../internal/ordBy.ts'
import { artifactCreatedAt } from './createdAt.ts'
import { artifactName } from './name.ts'

/**
 * Orders artifacts by name, compared by UTF-16 code units; artifacts of different projects with the same name tie.
 *
 * @example
 * ```ts
 * import { ordArtifactByName } from 'wandb-run-ops/ops'
 *
 * ordArtifactByName.compare({ name: 'data' }, { name: 'model' }) // => -1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordArtifactByName: Ord<Pick<Artifact, 'name'>> = /* @__PURE__ */ ordBy(artifactName)

/**
 * Orders artifacts by creation time, oldest first.
 *
 * @example
 * ```ts
 * import { ordArtifactByCreatedAt } from 'wandb-run-ops/ops'
 *
 * ordArtifactByCreatedAt.compare({ createdAt: new Date(1) }, { createdAt: new Date(0) }) // => 1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordArtifactByCreatedAt: Ord<Pick<Artifact, 'createdAt'>> = /* @__PURE__ */ ordBy(artifactCreatedAt)
