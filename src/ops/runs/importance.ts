import { identity } from 'fp-ts/lib/function.js'
import type { Column } from '../../types/query/Column.ts'
import { leafAt, leavesOf } from './internal/leaves.ts'
import { isNumber, numbersIn } from './internal/numbers.ts'
import { correlationOf, ranksOf } from './internal/ranks.ts'
import { reads } from './internal/reads.ts'

/**
 * How a value of the config goes with a metric.
 *
 * @category Many runs
 * @since 0.1.0
 */
export interface Importance {
  /** The keys that lead to the value, each taken whole. */
  readonly path: ReadonlyArray<string>
  /**
   * Spearman's rank correlation, from -1 to 1: above 0 where a greater value goes with a greater metric. `undefined`
   * where fewer than two runs could be used, or where all of these have the same value or the same metric.
   */
  readonly correlation: number | undefined
  /** How many runs have a number both here and in the metric, and so were used. */
  readonly runs: number
}

const numberOf = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value)

const strengthOf = ({ correlation }: Importance): number => (correlation === undefined ? -1 : Math.abs(correlation))

/**
 * Gives, for each value of the config that differs among runs, how strongly it goes with a metric: Spearman's rank
 * correlation over the runs that have a number in both. Equal numbers share the mean of their ranks.
 *
 * `false` and `true` are 0 and 1, in the config and in the metric; `NaN` is no number. Text and lists have no order, so
 * they are listed without a correlation. What goes with a metric need not be its cause, and a value that matters only
 * along with another is not found.
 *
 * @param metric - A column of numbers.
 * @returns A function from runs to all places that `diffConfigs` gives: the strongest correlation of either sign first,
 * those without one last, and of equal ones the first by path.
 * @example
 * ```ts
 * import { column, importance } from 'wandb-run-ops/ops'
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
  const read = reads(metric)
  return (runs) => {
    const targets = runs.map((run) => numberOf(read(run)))
    const ofAll = numbersIn(targets, identity)
    const ranksOfAll = ranksOf(ofAll)
    const importances = leavesOf(runs.map((run) => run.config))
      .filter((leaf) => leaf.varies)
      .map(({ path }): Importance => {
        const at = leafAt(path)
        const [ones, others] = [new Float64Array(ofAll.length), new Float64Array(ofAll.length)]
        let used = 0
        for (const [place, run] of runs.entries()) {
          const target = targets[place]
          const value = isNumber(target) ? numberOf(at(run.config)) : undefined
          if (!isNumber(value)) continue
          ones[used] = value
          others[used] = target as number
          used += 1
        }
        const ranks = used === ofAll.length ? ranksOfAll : ranksOf(others.subarray(0, used))
        return Object.freeze({ path, correlation: correlationOf(ranksOf(ones.subarray(0, used)), ranks), runs: used })
      })
    return Object.freeze(importances.sort((one, other) => strengthOf(other) - strengthOf(one)))
  }
}
