import { identity } from 'fp-ts/lib/function.js'
import type { Aggregate } from '../../../types/query/Aggregate.ts'
import type { Column } from '../../../types/query/Column.ts'
import { figureOf, type Values, valuesOf } from './figure.ts'
import { interner } from './interner.ts'
import { reads } from './reads.ts'

const none = valuesOf([], identity, true)

/** The figures for which the numbers of a column are enough. */
const ofNumbers: ReadonlySet<Aggregate['_tag']> = new Set(['Mean', 'Median', 'Quantile', 'Stddev', 'Sum', 'Variance'])

/** Takes several figures of the same runs; each column is read once a run, however many figures are of it. */
export const figuresOf = (
  aggregates: ReadonlyArray<Aggregate>,
): ((runs: ReadonlyArray<unknown>) => ReadonlyArray<unknown>) => {
  const numberOf = interner()
  const readers: Array<(run: unknown) => unknown> = []
  const slotOf = (column: Column | undefined): number => {
    if (column === undefined) return -1
    const slot = numberOf(column)
    if (slot === readers.length) readers.push(reads(column))
    return slot
  }
  const isWhole = new Set<number>()
  const figures = aggregates.map((aggregate) => {
    const slot = slotOf(aggregate.column)
    const ofSlot = 'of' in aggregate && typeof aggregate.of === 'object' ? slotOf(aggregate.of) : -1
    if (!ofNumbers.has(aggregate._tag)) isWhole.add(slot).add(ofSlot)
    return (values: ReadonlyArray<Values>, count: number): unknown =>
      figureOf(aggregate, values[slot] ?? none, values[ofSlot] ?? none, count)
  })
  return (runs) => {
    const values = readers.map((read, slot) => valuesOf(runs, read, !isWhole.has(slot)))
    return figures.map((figure) => figure(values, runs.length))
  }
}
