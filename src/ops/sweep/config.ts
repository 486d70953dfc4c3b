import type { Sweep } from '../../types/Sweep.ts'
import type { SweepConfig } from '../../types/SweepConfig.ts'
import { dual } from '../internal/dual.ts'
import { valueAt } from '../internal/valueAt.ts'
import type { Path } from '../Path.ts'

/**
 * Returns the sweep's configuration: method, metric, parameters, and anything else in its YAML.
 *
 * @param sweep - A sweep.
 * @returns The configuration; empty if there is none.
 * @example
 * ```ts
 * import { sweepConfig } from 'wandb-run-ops/ops'
 *
 * sweepConfig({ config: { method: 'grid' } }) // => { method: 'grid' }
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepConfig = (sweep: Pick<Sweep, 'config'>): SweepConfig => sweep.config

/**
 * Returns the value at a path in the sweep's configuration.
 *
 * Keys are taken literally: dots and slashes have no special meaning.
 *
 * @param sweep - A sweep.
 * @param path - Keys of dicts and indices of arrays.
 * @returns The value; `undefined` if there is none.
 * @example
 * ```ts
 * import { sweepConfigAt } from 'wandb-run-ops/ops'
 *
 * const sweep = { config: { parameters: { lr: { values: [0.1, 0.01] } } } }
 *
 * sweepConfigAt(sweep, ['parameters', 'lr', 'values', 1]) // => 0.01
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepConfigAt: {
  (sweep: Pick<Sweep, 'config'>, path: Path): unknown
  (path: Path): (sweep: Pick<Sweep, 'config'>) => unknown
} = /* @__PURE__ */ dual((sweep: Pick<Sweep, 'config'>, path: Path): unknown => valueAt(sweep.config, path))
