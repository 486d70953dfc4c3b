import type { Ord } from 'fp-ts/lib/Ord.js'
import type { RunFile } from '../../types/RunFile.ts'
import { ordBy } from '../internal/ordBy.ts'

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
