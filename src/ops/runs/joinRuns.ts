import type { Column } from '../../query/Column.ts'
import { assertWord } from '../../types/wire/argument.ts'
import { interner } from '../relation/interner.ts'
import { untypedReader } from './grouping.ts'

/**
 * Which unmatched runs {@link joinRuns} keeps: none, those on the left, or those on both sides.
 *
 * @category Many runs
 * @since 0.1.0
 */
export type JoinType = 'inner' | 'left' | 'outer'

/**
 * A pair of matching runs; `undefined` for a missing partner.
 *
 * @typeParam L - The type of the run on the left.
 * @typeParam R - The type of the run on the right.
 * @typeParam H - Which unmatched runs are kept.
 * @category Many runs
 * @since 0.1.0
 */
export type RunPair<L, R, H extends JoinType = JoinType> =
  | readonly [left: L, right: R]
  | (H extends 'left' | 'outer' ? readonly [left: L, right: undefined] : never)
  | (H extends 'outer' ? readonly [left: undefined, right: R] : never)

/**
 * Joins two lists of runs by a column: pairs each run on the left with each run on the right that has the same
 * value, compared as in `groupRunsBy`. Runs whose value is missing, `null` or `NaN` match nothing.
 *
 * Pairs follow the order of the runs on the left and, for one run, the order of the runs on the right. An unmatched
 * run on the left keeps its position; unmatched runs on the right come last, in their order.
 *
 * @param column - A column that both sides have.
 * @param how - Which unmatched runs are kept: none (`inner`, the default), those on the left (`left`), or those on
 * both sides (`outer`).
 * @returns A function from the two lists to the pairs; there can be up to left times right of them.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { joinRuns } from 'wandb-run-ops/ops'
 *
 * const training = [{ group: 'a', notes: 'x' }, { group: 'b', notes: 'y' }]
 * const evaluation = [{ group: 'b', notes: 'z' }]
 *
 * joinRuns(column.group)(training, evaluation).map(([left, right]) => [left.notes, right.notes]) // => [['y', 'z']]
 * joinRuns(column.group, 'left')(training, evaluation).map(([, right]) => right?.notes) // => [undefined, 'z']
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const joinRuns = <A, B, H extends JoinType = 'inner'>(
  column: Column<A, B>,
  how?: H,
): (<L extends B, R extends B>(left: ReadonlyArray<L>, right: ReadonlyArray<R>) => ReadonlyArray<RunPair<L, R, H>>) => {
  if (how !== undefined) assertWord('how of joinRuns', how, ['inner', 'left', 'outer'])
  const read = untypedReader(column)
  return <L extends B, R extends B>(left: ReadonlyArray<L>, right: ReadonlyArray<R>) => {
    const numberOf = interner().groupOf
    const partners: Array<{ readonly runs: Array<R>; matched: boolean }> = []
    const keyOf = (run: unknown): number => {
      const value = read(run)
      return value === undefined || value === null || Number.isNaN(value) ? -1 : numberOf(value)
    }
    const keys = right.map(keyOf)
    for (const [index, key] of keys.entries()) {
      if (key < 0) continue
      partners[key] ??= { runs: [], matched: false }
      partners[key].runs.push(right[index] as R)
    }
    const pairs: Array<readonly [L | undefined, R | undefined]> = []
    for (const run of left) {
      const found = partners[keyOf(run)]
      if (found !== undefined) found.matched = true
      for (const other of found?.runs ?? []) pairs.push([run, other])
      if (found === undefined && (how === 'left' || how === 'outer')) pairs.push([run, undefined])
    }
    if (how === 'outer')
      for (const [index, run] of right.entries())
        if (partners[keys[index] as number]?.matched !== true) pairs.push([undefined, run])
    for (const pair of pairs) Object.freeze(pair)
    return Object.freeze(pairs) as ReadonlyArray<unknown> as ReadonlyArray<RunPair<L, R, H>>
  }
}
