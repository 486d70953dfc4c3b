import { leafAt, leavesOf } from './internal/leaves.ts'

/**
 * A config path at which runs differ.
 *
 * @category Many runs
 * @since 0.1.0
 */
export interface ConfigDifference {
  /** The keys that lead to the value, each used as is. */
  readonly path: ReadonlyArray<string>
  /** The value of each run, in run order; `undefined` where a run has none. */
  readonly values: ReadonlyArray<unknown>
}

/**
 * Returns the paths at which the configs of runs differ.
 *
 * Dicts are compared key by key at any depth; lists and empty dicts are values. Values differ when `groupRunsBy`
 * would put them in different groups; having a value differs from having none. When one run has a dict where
 * another has a value, the dict does not count as a value, and its entries are listed under their own paths.
 *
 * @param runs - Runs with their configs.
 * @returns The differences sorted by path, key by key, in UTF-16 code units; empty for fewer than two runs.
 * @example
 * ```ts
 * import { diffConfigs } from 'wandb-run-ops/ops'
 *
 * const runs = [
 *   { config: { optimizer: { name: 'adam', lr: 0.1 }, seed: 1 } },
 *   { config: { optimizer: { name: 'adam', lr: 0.2 } } },
 * ]
 *
 * diffConfigs(runs).map(({ path, values }) => [path, values]) // => [[['optimizer', 'lr'], [0.1, 0.2]], [['seed'], [1, undefined]]]
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const diffConfigs = (runs: ReadonlyArray<{ readonly config: unknown }>): ReadonlyArray<ConfigDifference> => {
  const configs = runs.map((run) => run.config)
  return Object.freeze(
    leavesOf(configs)
      .filter((leaf) => leaf.varies)
      .map(({ path }) => Object.freeze({ path, values: Object.freeze(configs.map(leafAt(path))) })),
  )
}
