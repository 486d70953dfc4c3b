import { identity } from 'fp-ts/lib/function.js'
import type { Column } from '../../query/Column.ts'
import { configLeaves, leafReader } from './configDifferences.ts'
import { untypedReader } from './grouping.ts'
import { averageRanks, collectNumbers, isNumber, rankCorrelation } from './statistics.ts'

/**
 * How strongly a config value correlates with a metric.
 *
 * @category Many runs
 * @since 0.1.0
 */
export interface Importance {
  /** The keys that lead to the value, each used as is. */
  readonly path: ReadonlyArray<string>
  /**
   * Spearman's rank correlation, from -1 to 1: above 0 when a larger value goes with a larger metric. `undefined` when
   * fewer than two runs could be used, or when all of those have the same value or the same metric.
   */
  readonly correlation: number | undefined
  /** The number of runs used: those with a number both here and in the metric. */
  readonly runs: number
}

const asNumber = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value)

const strength = ({ correlation }: Importance): number => (correlation === undefined ? -1 : Math.abs(correlation))

/**
 * Measures how strongly each config value that differs among runs correlates with a metric: Spearman's rank
 * correlation over the runs that have a number for both. Equal numbers share their mean rank.
 *
 * `false` and `true` count as 0 and 1, in the config and in the metric; `NaN` does not count as a number. Strings
 * and lists have no order, so they are listed without a correlation. Correlation is not causation, and a value that
 * matters only in combination with another is not found.
 *
 * @param metric - A column of numbers.
 * @returns A function from runs to an entry for every path that `diffConfigs` lists: strongest correlation of
 * either sign first, those without one last, ties by path.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { importance } from 'wandb-run-ops/ops'
 *
 * const runs = [
 *   { config: { lr: 0.1, layers: 4, optimizer: 'adam' }, summary: { loss: 0.5 } },
 *   { config: { lr: 0.2, layers: 2, optimizer: 'sgd' }, summary: { loss: 0.4 } },
 *   { config: { lr: 0.4, layers: 8, optimizer: 'adam' }, summary: { loss: 0.1 } },
 * ]
 *
 * importance(column.summary('loss'))(runs).map(({ path, correlation }) => [path.join('.'), correlation]) // => [['lr', -1], ['layers', -0.5], ['optimizer', undefined]]
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const importance = <A, R>(
  metric: Column<A, R>,
): ((runs: ReadonlyArray<R & { readonly config: unknown }>) => ReadonlyArray<Importance>) => {
  const read = untypedReader(metric)
  return (runs) => {
    const targets = runs.map((run) => asNumber(read(run)))
    const metricValues = collectNumbers(targets, identity)
    const metricRanks = averageRanks(metricValues)
    const importances = configLeaves(runs.map((run) => run.config))
      .filter((leaf) => leaf.varies)
      .map(({ path }): Importance => {
        const leafIn = leafReader(path)
        const [values, metrics] = [new Float64Array(metricValues.length), new Float64Array(metricValues.length)]
        let used = 0
        for (const [index, run] of runs.entries()) {
          const target = targets[index]
          const value = isNumber(target) ? asNumber(leafIn(run.config)) : undefined
          if (!isNumber(value)) continue
          values[used] = value
          metrics[used] = target as number
          used += 1
        }
        const ranks = used === metricValues.length ? metricRanks : averageRanks(metrics.subarray(0, used))
        return Object.freeze({
          path,
          correlation: rankCorrelation(averageRanks(values.subarray(0, used)), ranks),
          runs: used,
        })
      })
    return Object.freeze(importances.sort((one, other) => strength(other) - strength(one)))
  }
}
