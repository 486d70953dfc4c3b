import { isObject } from './codec/isObject.ts'
import { own } from './codec/own.ts'

/**
 * What a sweep tries to make as small or as large as it can.
 *
 * @category Model
 * @since 0.1.0
 */
export interface SweepMetric {
  /** The key of the metric in the runs' summary. */
  readonly name: string
  /** Which values are better: the small ones or the large ones. */
  readonly goal: 'minimize' | 'maximize'
}

/**
 * Reads the metric out of a sweep's config. A goal that is not `maximize` is `minimize`, as W&B takes it.
 *
 * @returns The metric; `undefined` where the config names none.
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
