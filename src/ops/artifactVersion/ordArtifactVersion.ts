import type { Ord } from 'fp-ts/lib/Ord.js'
import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'
import { ordBy } from '../internal/ordBy.ts'
import { artifactVersionNumber } from './version.ts'

/**
 * Orders artifact versions by number, lowest first; versions of different collections with the same number tie.
 *
 * @example
 * ```ts
 * import { ordArtifactVersionByVersion } from 'wandb-run-ops/ops'
 *
 * ordArtifactVersionByVersion.compare({ version: 10 }, { version: 9 }) // => 1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordArtifactVersionByVersion: Ord<Pick<ArtifactVersion, 'version'>> =
  /* @__PURE__ */ ordBy(artifactVersionNumber)
