import type { ConfigDict } from '../../types/ConfigDict.ts'
import { setOwn } from '../../types/codec/setOwn.ts'
import { leavesOf } from './internal/leaves.ts'

/**
 * Returns the config that all runs share: the values that `diffConfigs` does not list, in their nested dicts.
 *
 * @param runs - Runs with their configs.
 * @returns A new dict with its keys in order; empty when the runs share nothing, and for no runs.
 * @example
 * ```ts
 * import { commonConfig } from 'wandb-run-ops/ops'
 *
 * const runs = [
 *   { config: { optimizer: { name: 'adam', lr: 0.1 }, seed: 1 } },
 *   { config: { optimizer: { name: 'adam', lr: 0.2 } } },
 * ]
 *
 * commonConfig(runs) // => { optimizer: { name: 'adam' } }
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const commonConfig = (runs: ReadonlyArray<{ readonly config: unknown }>): ConfigDict => {
  const common: Record<string, unknown> = {}
  for (const { path, first, varies } of leavesOf(runs.map((run) => run.config))) {
    if (varies) continue
    let dict = common
    for (const key of path.slice(0, -1)) {
      if (!Object.hasOwn(dict, key)) setOwn(dict, key, {})
      dict = dict[key] as Record<string, unknown>
    }
    setOwn(dict, path.at(-1) as string, first)
  }
  return Object.freeze(common)
}
