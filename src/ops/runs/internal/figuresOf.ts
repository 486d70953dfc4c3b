import { identity } from 'fp-ts/lib/function.js'
import type { Aggregate } from '../../../types/query/Aggregate.ts'
import type { Column } from '../../../types/query/Column.ts'
import { figureOf, type Values, valuesOf } from './figure.ts'
import { interner } from './interner.ts'
import { reads } from './reads.ts'

const noValues = valuesOf([], identity, true)

/** The aggregates that need only the numbers of a column. */
const numericTags: ReadonlySet<Aggregate['_tag']> = new Set(['Mean', 'Median', 'Quantile', 'Stddev', 'Sum', 'Variance'])

/** Compiles aggregates over the same runs; each column is read once per run, however many aggregates use it. */
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
  const needsAllValues = new Set<number>()
  const computations = aggregates.map((aggregate) => {
    const slot = slotOf(aggregate.column)
    const ofSlot = 'of' in aggregate && typeof aggregate.of === 'object' ? slotOf(aggregate.of) : -1
    if (!numericTags.has(aggregate._tag)) needsAllValues.add(slot).add(ofSlot)
    return (values: ReadonlyArray<Values>, count: number): unknown =>
      figureOf(aggregate, values[slot] ?? noValues, values[ofSlot] ?? noValues, count)
  })
  return (runs) => {
    const values = readers.map((read, slot) => valuesOf(runs, read, !needsAllValues.has(slot)))
    return computations.map((compute) => compute(values, runs.length))
  }
}
