import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { SplitDict } from './ConfigDict.ts'
import { isObject } from './codec/isObject.ts'
import { MetricsObject } from './codec/JsonObject.ts'
import { nothing } from './codec/nothing.ts'

/**
 * A run's summary: the last, or best, value of each metric by name, without W&B's own `_wandb`.
 * `_step`, `_runtime` and `_timestamp` are in it. Numbers may be `NaN` or infinite.
 *
 * Values are whatever was logged, so they are `any`; bring a codec to `loadRuns` (`decode.summary`) for types.
 *
 * @category Model
 * @since 0.1.0
 */
export interface SummaryDict {
  // biome-ignore lint/suspicious/noExplicitAny: people write summary.accuracy > 0.95
  readonly [key: string]: any
}

/**
 * Puts W&B's own entry apart. `isOurs` says that nobody else holds the object, because it was parsed just now: then it
 * becomes the dictionary itself where it has no such entry.
 *
 * @internal
 */
export const splitSummary = (wire: Readonly<Record<string, unknown>>, isOurs = false): SplitDict => {
  if (!Object.hasOwn(wire, '_wandb')) return { dict: Object.freeze(isOurs ? wire : { ...wire }), internal: nothing }
  const { _wandb, ...dict } = wire
  return { dict: Object.freeze(dict), internal: Object.freeze({ _wandb }) }
}

/**
 * Reads `Run.summaryMetrics` of the wire: a JSON string or an object.
 *
 * The strings `"NaN"`, `"Infinity"` and `"-Infinity"` are numbers. `_wandb` is left out.
 * `null`, `""` and nothing at all are `{}`.
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
