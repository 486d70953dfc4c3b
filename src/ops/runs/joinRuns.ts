import type { Column } from '../../types/query/Column.ts'
import { interner } from './internal/interner.ts'
import { reads } from './internal/reads.ts'

/**
 * Which runs without a partner {@link joinRuns} keeps: none, those on the left, or those on both sides.
 *
 * @category Many runs
 * @since 0.1.0
 */
export type JoinHow = 'inner' | 'left' | 'outer'

/**
 * Two runs that belong together; `undefined` for a partner that is not there.
 *
 * @typeParam L - The type of the run on the left.
 * @typeParam R - The type of the run on the right.
 * @typeParam H - Which runs without a partner are kept.
 * @category Many runs
 * @since 0.1.0
 */
export type RunPair<L, R, H extends JoinHow = JoinHow> =
  | readonly [left: L, right: R]
  | (H extends 'left' | 'outer' ? readonly [left: L, right: undefined] : never)
  | (H extends 'outer' ? readonly [left: undefined, right: R] : never)

/**
 * Pairs the runs of two lists that have the same value in a column, the same as in `groupRunsBy`: each of the left with
 * each of the right. A run without a value, with `null` or with `NaN` has no partner.
 *
 * The pairs are in the order of the runs on the left, those of one run in the order of the runs on the right. A run on
 * the left without a partner stands in its place; those on the right come last, in their order.
 *
 * @param column - A column that both sides have.
 * @param how - Which runs without a partner are kept: none (`inner`, the default), `left`, or of both sides (`outer`).
 * @returns A function from the two lists to the pairs, of which there can be as many as left times right.
 * @example
 * ```ts
 * import { column, joinRuns } from 'wandb-run-ops/ops'
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
export const joinRuns = <A, B, H extends JoinHow = 'inner'>(
  column: Column<A, B>,
  how?: H,
): (<L extends B, R extends B>(left: ReadonlyArray<L>, right: ReadonlyArray<R>) => ReadonlyArray<RunPair<L, R, H>>) => {
  const read = reads(column)
  return <L extends B, R extends B>(left: ReadonlyArray<L>, right: ReadonlyArray<R>) => {
    const numberOf = interner()
    const partners: Array<{ readonly runs: Array<R>; met: boolean }> = []
    const keyOf = (run: unknown): number => {
      const value = read(run)
      return value === undefined || value === null || Number.isNaN(value) ? -1 : numberOf(value)
    }
    const keys = right.map(keyOf)
    for (const [place, key] of keys.entries()) {
      if (key < 0) continue
      partners[key] ??= { runs: [], met: false }
      partners[key].runs.push(right[place] as R)
    }
    const pairs: Array<readonly [L | undefined, R | undefined]> = []
    for (const run of left) {
      const found = partners[keyOf(run)]
      if (found !== undefined) found.met = true
      for (const other of found?.runs ?? []) pairs.push([run, other])
      if (found === undefined && (how === 'left' || how === 'outer')) pairs.push([run, undefined])
    }
    if (how === 'outer')
      for (const [place, run] of right.entries())
        if (partners[keys[place] as number]?.met !== true) pairs.push([undefined, run])
    for (const pair of pairs) Object.freeze(pair)
    return Object.freeze(pairs) as ReadonlyArray<unknown> as ReadonlyArray<RunPair<L, R, H>>
  }
}
