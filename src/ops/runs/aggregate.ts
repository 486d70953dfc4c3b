import { setOwn } from '../../types/codec/setOwn.ts'
import type { Aggregate } from '../../types/query/Aggregate.ts'
import { figuresOf } from './internal/figuresOf.ts'

/**
 * Figures by name.
 *
 * @typeParam T - The aggregates by name.
 * @category Many runs
 * @since 0.1.0
 */
export type Figures<T extends Readonly<Record<string, Aggregate>>> = {
  readonly [K in keyof T]: T[K] extends Aggregate<infer A, never> ? A : never
}

/**
 * What a run must have for an aggregate to be taken, or for all of several.
 *
 * @typeParam A - The aggregate's type, or a union of several.
 * @category Many runs
 * @since 0.1.0
 */
export type AggregateRun<A extends Aggregate> =
  NonNullable<A['_gives']> extends (runs: ReadonlyArray<infer R>) => unknown ? R : never

/**
 * Gives figures of many runs. What is asked is worked out once, and each column read once a run, however many figures
 * are of it.
 *
 * @param aggregates - The figures by name. Names are taken whole, whatever they are.
 * @returns A function from runs to the figures, under the same names.
 * @example
 * ```ts
 * import { aggregate, argmin, column, count, groupRunsBy, mean } from 'wandb-run-ops/ops'
 *
 * const runs = [
 *   { config: { optimizer: 'adam', lr: 0.1 }, summary: { loss: 0.25 } },
 *   { config: { optimizer: 'sgd', lr: 0.1 }, summary: { loss: 0.5 } },
 *   { config: { optimizer: 'adam', lr: 0.2 }, summary: { loss: 0.75 } },
 * ]
 * const loss = column.summary('loss')
 * const figures = aggregate({ runs: count(), loss: mean(loss), lr: argmin(loss, column.config('lr')) })
 *
 * figures(runs) // => { runs: 3, loss: 0.5, lr: 0.1 }
 * groupRunsBy(column.config('optimizer'))(runs).map((group) => figures(group.runs).loss) // => [0.5, 0.5]
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const aggregate = <T extends Readonly<Record<string, Aggregate>>>(
  aggregates: T,
): ((runs: ReadonlyArray<AggregateRun<T[keyof T]>>) => Figures<T>) => {
  const names = Object.keys(aggregates)
  const take = figuresOf(Object.values(aggregates))
  return (runs) => {
    const figures: Record<string, unknown> = {}
    for (const [at, figure] of take(runs).entries()) setOwn(figures, names[at] as string, figure)
    return Object.freeze(figures) as Figures<T>
  }
}
