import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { JsonObject } from '../wire/json.ts'
import { getOwn, isObject, textAt } from '../wire/own.ts'

/**
 * A sweep's configuration: `method`, `metric`, `parameters`, and anything else in its YAML.
 *
 * @category Model
 * @since 0.1.0
 */
export type SweepConfig = Readonly<Record<string, unknown>>

/**
 * Decodes `Sweep.config`, an object or its JSON text; `null` and `""` decode to `{}`.
 *
 * The server sends YAML, which loaders parse first, so that this codec needs no YAML library.
 *
 * @category Codec
 * @since 0.1.0
 */
export const SweepConfig: t.Type<SweepConfig, unknown> = new t.Type(
  'SweepConfig',
  isObject,
  (u, context) =>
    E.map((config: Readonly<Record<string, unknown>>) => Object.freeze({ ...config }))(JsonObject.validate(u, context)),
  t.identity,
)

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
  const metric = isObject(config) ? getOwn(config, 'metric') : undefined
  const name = textAt(metric, 'name')
  if (!isObject(metric) || name === undefined) return undefined
  return { name, goal: getOwn(metric, 'goal') === 'maximize' ? 'maximize' : 'minimize' }
}
