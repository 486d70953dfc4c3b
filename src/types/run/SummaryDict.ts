import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { MetricsObject } from '../wire/json.ts'
import { emptyObject, isObject } from '../wire/own.ts'
import type { SplitDict } from './ConfigDict.ts'

/**
 * A run's summary: the last, or best, value of each metric by name, without W&B's own `_wandb`. It includes `_step`,
 * `_runtime` and `_timestamp`. Numbers may be `NaN` or infinite.
 *
 * Values are typed `any`, because anything can be logged; pass a codec to `loadRuns` (`decode.summary`) for types.
 *
 * @category Model
 * @since 0.1.0
 */
export interface SummaryDict {
  // biome-ignore lint/suspicious/noExplicitAny: people write summary.accuracy > 0.95
  readonly [key: string]: any
}

/**
 * Separates W&B's own entry. With `isOurs`, the object was just parsed and has no other owner, so it becomes the dict
 * itself if it has no such entry.
 *
 * @internal
 */
export const splitSummary = (wire: Readonly<Record<string, unknown>>, isOwned = false): SplitDict => {
  if (!Object.hasOwn(wire, '_wandb'))
    return { dict: Object.freeze(isOwned ? wire : { ...wire }), internal: emptyObject }
  const { _wandb, ...dict } = wire
  return { dict: Object.freeze(dict), internal: Object.freeze({ _wandb }) }
}

/**
 * Decodes `Run.summaryMetrics`: a JSON string or an object.
 *
 * The strings `"NaN"`, `"Infinity"` and `"-Infinity"` decode to numbers. `_wandb` is left out. `null`, `""` and an
 * absent value decode to `{}`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const SummaryDict: t.Type<SummaryDict, unknown> = new t.Type(
  'SummaryDict',
  isObject,
  (u, context) =>
    E.map((wire: Readonly<Record<string, unknown>>) => splitSummary(wire, typeof u === 'string').dict)(
      MetricsObject.validate(u, context),
    ),
  t.identity,
)

/**
 * The last value of each system metric by name, such as `system.cpu` in percent. Numbers may be `NaN` or infinite.
 *
 * @category Model
 * @since 0.1.0
 */
export interface SystemMetrics {
  // biome-ignore lint/suspicious/noExplicitAny: a dictionary of whatever the machine reported
  readonly [key: string]: any
}

/**
 * Decodes `Run.systemMetrics`: a JSON string or an object. `null`, `""` and an absent value decode to `{}`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const SystemMetrics: t.Type<SystemMetrics, unknown> = new t.Type(
  'SystemMetrics',
  isObject,
  (u, context) =>
    // An object parsed here has no other owner.
    E.map((wire: Readonly<Record<string, unknown>>) => Object.freeze(typeof u === 'string' ? wire : { ...wire }))(
      MetricsObject.validate(u, context),
    ),
  t.identity,
)
