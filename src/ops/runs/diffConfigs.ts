import { leafAt, leavesOf } from './internal/leaves.ts'

/**
 * A place in the config at which runs differ.
 *
 * @category Many runs
 * @since 0.1.0
 */
export interface ConfigDifference {
  /** The keys that lead to the value, each taken whole. */
  readonly path: ReadonlyArray<string>
  /** The value of each run, in the order of the runs; `undefined` where a run has none. */
  readonly values: ReadonlyArray<unknown>
}

/**
 * Gives the places at which the configs of runs differ.
 *
 * Dicts are looked into, to whatever depth; lists, and dicts without keys, are values. Values differ that would be in
 * different groups of `groupRunsBy`; a run without a value differs from one with a value. Where one run has a dict
 * and another a value, the dict is no value, and what it holds is listed under its own paths.
 *
 * @param runs - Runs with their configs.
 * @returns The places in the order of their paths, key by key, by UTF-16 code units; none for fewer than two runs.
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
