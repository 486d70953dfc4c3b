import type { Column } from '../../types/query/Column.ts'
import { classesBy } from './internal/classes.ts'

/**
 * The number of runs with a value.
 *
 * @typeParam K - The type of the value.
 * @category Many runs
 * @since 0.1.0
 */
export interface RunCount<K> {
  /** The value, as in the first of the runs. */
  readonly key: K
  /** The number of runs; never 0. */
  readonly count: number
}

/**
 * Counts the runs for each value of a column: the groups of {@link groupRunsBy}, in the same order.
 *
 * @param column - A column.
 * @returns A function from runs to the counts.
 * @example
 * ```ts
 * import { column, countBy } from 'wandb-run-ops/ops'
 *
 * const runs = [{ state: 'finished' }, { state: 'crashed' }, { state: 'finished' }]
 *
 * countBy(column.state)(runs) // => [{ key: 'finished', count: 2 }, { key: 'crashed', count: 1 }]
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const countBy = <A, R>(column: Column<A, R>): ((runs: ReadonlyArray<R>) => ReadonlyArray<RunCount<A>>) => {
  const classify = classesBy(column)
  return (runs) => {
    const { of, keys } = classify(runs)
    const counts = new Uint32Array(keys.length)
    for (const group of of) counts[group] = (counts[group] as number) + 1
    return Object.freeze(keys.map((key, index) => Object.freeze({ key: key as A, count: counts[index] as number })))
  }
}
