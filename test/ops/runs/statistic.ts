import { aggregate } from '../../../src/ops/runs/aggregate.ts'
import type { Aggregate } from '../../../src/query/Aggregate.ts'
import { column } from '../../../src/query/columnBuilders.ts'

/** The column that {@link statistic} fills. */
export const x = column.config('x')

/** Computes an aggregate of runs with these values in {@link x}. */
export const statistic = <A>(of: Aggregate<A, { readonly config: unknown }>, values: ReadonlyArray<unknown>): A =>
  aggregate({ of })(values.map((value) => ({ config: { x: value } }))).of

/** Values that are not numbers, which numeric aggregates ignore. */
export const noNumbers = [undefined, null, Number.NaN, '7', true, [7], { x: 7 }, new Date(7), 7n]
