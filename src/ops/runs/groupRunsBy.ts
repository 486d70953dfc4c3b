import type { Column } from '../../types/query/Column.ts'
import type { ColumnRun, ColumnType } from '../query/ColumnRun.ts'
import { classesBy, classesByAll } from './internal/classes.ts'

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
 * import { column, groupRunsBy } from 'wandb-run-ops/ops'
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
  const classify = isList(by) ? classesByAll(by) : classesBy(by)
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
