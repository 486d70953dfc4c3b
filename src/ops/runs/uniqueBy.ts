import type { Column } from '../../types/query/Column.ts'
import { interner } from './internal/interner.ts'
import { reads } from './internal/reads.ts'

/**
 * Returns the first run for each value of a column, in order: the first of each group of {@link groupRunsBy}. Runs
 * without a value are one group.
 *
 * @param column - A column.
 * @returns A function from runs to the selected runs.
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
    const groupOf = interner()
    let groups = 0
    return Object.freeze(
      runs.filter((run) => {
        const isNew = groupOf(read(run)) === groups
        if (isNew) groups += 1
        return isNew
      }),
    )
  }
}
