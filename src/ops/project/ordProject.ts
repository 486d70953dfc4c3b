import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Project } from '../../types/Project.ts'
import { ordBy } from '../internal/ordBy.ts'
import { projectName } from './name.ts'

/**
 * Orders projects by name, compared by UTF-16 code units: the same on every machine, capitals before lowercase letters.
 *
 * @example
 * ```ts
 * import { ordProjectByName } from 'wandb-run-ops/ops'
 *
 * ordProjectByName.compare({ name: 'audio' }, { name: 'vision' }) // => -1
 * ```
 * @category Instances
 * @since 0.1.0
 */
export const ordProjectByName: Ord<Pick<Project, 'name'>> = /* @__PURE__ */ ordBy(projectName)
