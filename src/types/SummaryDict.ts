import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { SplitDict } from './ConfigDict.ts'
import { isObject } from './codec/isObject.ts'
import { MetricsObject } from './codec/JsonObject.ts'

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

const nothing: Readonly<Record<string, unknown>> = Object.freeze({})

/**
 * Splits an object that nobody else holds, such as the engine's parser makes: without an entry of W&B's own it is the
 * dictionary itself.
 *
 * @internal
 */
export const splitOwnSummary = (wire: Readonly<Record<string, unknown>>): SplitDict => {
  if (!Object.hasOwn(wire, '_wandb')) return { dict: Object.freeze(wire), internal: nothing }
  const { _wandb, ...dict } = wire
  return { dict: Object.freeze(dict), internal: Object.freeze({ _wandb }) }
}

/** @internal */
export const splitSummary = (wire: Readonly<Record<string, unknown>>): SplitDict => splitOwnSummary({ ...wire })

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
    E.map((wire: Readonly<Record<string, unknown>>) => splitSummary(wire).dict)(MetricsObject.validate(u, context)),
  t.identity,
)
