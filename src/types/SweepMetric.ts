import { isObject } from './codec/isObject.ts'
import { own } from './codec/own.ts'

/**
 * The metric that a sweep optimizes.
 *
 * @category Model
 * @since 0.1.0
 */
export interface SweepMetric {
  /** The key of the metric in the runs' summary. */
  readonly name: string
  /** Whether smaller or larger values are better. */
  readonly goal: 'minimize' | 'maximize'
}

/**
 * Reads the metric from a sweep's config. As in W&B, any goal other than `maximize` means `minimize`.
 *
 * @returns The metric; `undefined` if the config names none.
 * @category Codec blocks
 * @since 0.1.0
 */
export const readSweepMetric = (config: Readonly<Record<string, unknown>>): SweepMetric | undefined => {
  const metric = own(config, 'metric')
  if (!isObject(metric)) return undefined
  const name = own(metric, 'name')
  if (typeof name !== 'string' || name === '') return undefined
  return { name, goal: own(metric, 'goal') === 'maximize' ? 'maximize' : 'minimize' }
}
