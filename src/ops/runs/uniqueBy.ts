import type { Column } from '../../types/query/Column.ts'
import { interner } from './internal/interner.ts'
import { reads } from './internal/reads.ts'

/**
 * Gives the first run of each value of a column, in their order: of each group of {@link groupRunsBy}, the first. Runs
 * without a value are one group.
 *
 * @param column - A column.
 * @returns A function from runs to some of them.
 * @example
 * ```ts
 * import { column, uniqueBy } from 'wandb-run-ops/ops'
 *
 * const runs = [{ group: 'a', notes: 'x' }, { group: 'b', notes: 'y' }, { group: 'a', notes: 'z' }]
 *
 * uniqueBy(column.group)(runs).map((run) => run.notes) // => ['x', 'y']
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const uniqueBy = <A, R>(column: Column<A, R>): (<S extends R>(runs: ReadonlyArray<S>) => ReadonlyArray<S>) => {
  const read = reads(column)
  return (runs) => {
    const numberOf = interner()
    let known = 0
    return Object.freeze(
      runs.filter((run) => {
        const isNew = numberOf(read(run)) === known
        if (isNew) known += 1
        return isNew
      }),
    )
  }
}
