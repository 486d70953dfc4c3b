import type { Column, ColumnRun, ColumnType } from '../../query/Column.ts'
import { firstRowsBy, groupingBy, groupingByAll } from './grouping.ts'

/**
 * Runs with the same value in a column, or the same values in several.
 *
 * @typeParam K - The type of the value; for several columns, a list of the values' types.
 * @typeParam R - The type of the runs.
 * @category Many runs
 * @since 0.1.0
 */
export interface RunGroup<K, R> {
  /** The value, as in the first of the runs. */
  readonly key: K
  /** The runs, in their original order; never empty. */
  readonly runs: ReadonlyArray<R>
}

const isList = (by: Column | ReadonlyArray<Column>): by is ReadonlyArray<Column> => Array.isArray(by)

/**
 * Groups runs by the value of a column, or by the values of several. Groups come in the order of their first runs.
 *
 * Two values fall in the same group when they have the same type and are equal; lists and dicts are compared by
 * content. So 1, `'1'`, `true`, `''`, `null` and a missing value are six groups. All `NaN` are one group, and so
 * are 0 and -0.
 *
 * @param by - A column, or a list of columns; with an empty list, all runs are one group.
 * @returns A function from runs to groups; no groups for no runs.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { groupRunsBy } from 'wandb-run-ops/ops'
 *
 * const runs = [
 *   { state: 'finished', config: { seed: 1 } },
 *   { state: 'finished', config: { seed: '1' } },
 *   { state: 'crashed', config: { seed: 1 } },
 * ]
 * const bySeed = groupRunsBy(column.config('seed'))(runs)
 *
 * bySeed.map((group) => [group.key, group.runs.length]) // => [[1, 2], ['1', 1]]
 * groupRunsBy([column.state, column.config('seed')])(runs).length // => 3
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const groupRunsBy: {
  <A, R>(by: Column<A, R>): <S extends R>(runs: ReadonlyArray<S>) => ReadonlyArray<RunGroup<A, S>>
  <const C extends ReadonlyArray<Column>>(
    by: C,
  ): <S extends ColumnRun<C[number]>>(
    runs: ReadonlyArray<S>,
  ) => ReadonlyArray<RunGroup<{ readonly [I in keyof C]: ColumnType<C[I]> }, S>>
} = (by: Column | ReadonlyArray<Column>) => {
  const classify = isList(by) ? groupingByAll(by) : groupingBy(by)
  // biome-ignore lint/suspicious/noExplicitAny: the overloads declare the types of the keys
  return <S>(runs: ReadonlyArray<S>): ReadonlyArray<RunGroup<any, S>> => {
    const { of, keys } = classify(runs)
    const members = keys.map((): Array<S> => [])
    for (let index = 0; index < runs.length; index += 1) members[of[index] as number]?.push(runs[index] as S)
    return Object.freeze(
      members.map((group, number) => Object.freeze({ key: keys[number], runs: Object.freeze(group) })),
    )
  }
}

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
 * import { column } from 'wandb-run-ops/query'
 * import { countBy } from 'wandb-run-ops/ops'
 *
 * const runs = [{ state: 'finished' }, { state: 'crashed' }, { state: 'finished' }]
 *
 * countBy(column.state)(runs) // => [{ key: 'finished', count: 2 }, { key: 'crashed', count: 1 }]
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const countBy = <A, R>(column: Column<A, R>): ((runs: ReadonlyArray<R>) => ReadonlyArray<RunCount<A>>) => {
  const classify = groupingBy(column)
  return (runs) => {
    const { of, keys } = classify(runs)
    const counts = new Uint32Array(keys.length)
    for (const group of of) counts[group] = (counts[group] as number) + 1
    return Object.freeze(keys.map((key, index) => Object.freeze({ key: key as A, count: counts[index] as number })))
  }
}

/**
 * Returns the first run for each value of a column, in order: the first of each group of {@link groupRunsBy}. Runs
 * without a value are one group.
 *
 * @param column - A column.
 * @returns A function from runs to the selected runs.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { uniqueBy } from 'wandb-run-ops/ops'
 *
 * const runs = [{ group: 'a', notes: 'x' }, { group: 'b', notes: 'y' }, { group: 'a', notes: 'z' }]
 *
 * uniqueBy(column.group)(runs).map((run) => run.notes) // => ['x', 'y']
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const uniqueBy = <A, R>(column: Column<A, R>): (<S extends R>(runs: ReadonlyArray<S>) => ReadonlyArray<S>) => {
  const rowsOf = firstRowsBy(column)
  return <S extends R>(runs: ReadonlyArray<S>) => Object.freeze(rowsOf(runs).map((row) => runs[row] as S))
}
