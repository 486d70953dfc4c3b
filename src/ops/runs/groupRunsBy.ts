import type { Column } from '../../types/query/Column.ts'
import type { ColumnRun, ColumnType } from '../query/ColumnRun.ts'
import { classesBy, classesByAll } from './internal/classes.ts'

/**
 * Runs that have the same value in a column, or the same values in several.
 *
 * @typeParam K - The type of the value; a list of the values' types for several columns.
 * @typeParam R - The type of the runs.
 * @category Many runs
 * @since 0.1.0
 */
export interface RunGroup<K, R> {
  /** The value, as the first of the runs has it. */
  readonly key: K
  /** The runs, in their order; never none. */
  readonly runs: ReadonlyArray<R>
}

const isList = (by: Column | ReadonlyArray<Column>): by is ReadonlyArray<Column> => Array.isArray(by)

/**
 * Gives the runs in groups that have the same value in a column, or the same values in each of several: all groups, in
 * the order in which their first runs stand.
 *
 * Values are the same that have the same type and are equal; lists and dicts by what they hold. So 1, `'1'`, `true`,
 * `''`, `null` and no value at all are six groups. `NaN` is one group, and so are 0 and -0.
 *
 * @param by - A column, or a list of columns; by none of them, all runs are one group.
 * @returns A function from runs to groups; no groups of no runs.
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
  // biome-ignore lint/suspicious/noExplicitAny: the overloads say of what type the keys are
  return <S>(runs: ReadonlyArray<S>): ReadonlyArray<RunGroup<any, S>> => {
    const { of, keys } = classify(runs)
    const members = keys.map((): Array<S> => [])
    for (let place = 0; place < runs.length; place += 1) members[of[place] as number]?.push(runs[place] as S)
    return Object.freeze(members.map((group, at) => Object.freeze({ key: keys[at], runs: Object.freeze(group) })))
  }
}
