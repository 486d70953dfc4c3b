import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'
import { dual } from '../dual.ts'
import type { Path } from '../Operation.ts'
import { valueAt } from '../ownValue.ts'

/**
 * Returns the run's config: hyperparameters and settings by name.
 *
 * W&B's own entries are left out; {@link runRawConfig} includes them.
 *
 * @typeParam C - The type of the config, when a codec sets one.
 * @param run - A run with its config.
 * @returns The config; empty when there is none.
 * @example
 * ```ts
 * import { runConfig } from 'wandb-run-ops/ops'
 *
 * runConfig({ config: { learning_rate: 0.001 } }).learning_rate // => 0.001
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runConfig = <C>(run: { readonly config: C }): C => run.config

/**
 * Returns the run's config with W&B's own entries, `_wandb` and `wandb_version`.
 *
 * @param run - A run with its config.
 * @returns A new dict; when a key appears twice, W&B's own entry wins.
 * @example
 * ```ts
 * import { runRawConfig } from 'wandb-run-ops/ops'
 *
 * const run = { config: { lr: 0.1 }, internal: { config: { _wandb: { python_version: '3.12' } }, summary: {} } }
 *
 * runRawConfig(run) // => { lr: 0.1, _wandb: { python_version: '3.12' } }
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runRawConfig = (run: Pick<RunFields, 'config' | 'internal'>): ConfigDict =>
  run.config && Object.freeze({ ...run.config, ...run.internal?.config })

/**
 * Returns the value at a path in the run's config.
 *
 * Only own properties of dicts and arrays are found, never inherited ones. Keys are used as is, including any dots
 * and slashes. The empty path returns the whole config.
 *
 * @param run - A run with its config.
 * @param path - A key for each dict, an index for each array.
 * @returns The value; `undefined` when there is none.
 * @example
 * ```ts
 * import { runConfigAt } from 'wandb-run-ops/ops'
 *
 * const run = { config: { optimizer: { lr: 0.1 }, 'a.b': 2, layers: [64, 10] } }
 *
 * runConfigAt(run, ['optimizer', 'lr']) // => 0.1
 * runConfigAt(run, ['a.b']) // => 2
 * runConfigAt(['layers', 1])(run) // => 10
 * runConfigAt(run, ['constructor']) // => undefined
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runConfigAt: {
  (run: Pick<RunFields, 'config'>, path: Path): unknown
  (path: Path): (run: Pick<RunFields, 'config'>) => unknown
} = /* @__PURE__ */ dual((run: Pick<RunFields, 'config'>, path: Path): unknown => valueAt(run.config, path))
