import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isObject } from './codec/isObject.ts'
import { JsonObject } from './codec/JsonObject.ts'
import { nothing } from './codec/nothing.ts'
import { setOwn } from './codec/setOwn.ts'

/**
 * A run's configuration: hyperparameters and settings by name, without W&B's own entries.
 *
 * Values are whatever was logged, so they are `any`; bring a codec to `loadRuns` (`decode.config`) for types.
 * Look keys up with `runConfigAt`, or with `Object.hasOwn` first where a key may be called `constructor`.
 * Integers beyond 2^53 are rounded to the nearest double, as in all of JavaScript.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ConfigDict {
  // biome-ignore lint/suspicious/noExplicitAny: people write config.learning_rate > 0.01
  readonly [key: string]: any
}

/** @internal */
export interface SplitDict {
  readonly dict: Readonly<Record<string, unknown>>
  readonly internal: Readonly<Record<string, unknown>>
}

const unwrapped = (entry: unknown): unknown =>
  isObject(entry) && Object.hasOwn(entry, 'value') ? entry['value'] : entry

const isInternal = (key: string): boolean => key === '_wandb' || key === 'wandb_version'

/**
 * Puts W&B's own entries apart. `isOurs` says that nobody else holds the object, because it was parsed just now: then it
 * becomes the dictionary itself, which is much cheaper than another object of as many keys.
 *
 * @internal
 */
export const splitConfig = (wire: Readonly<Record<string, unknown>>, isOurs = false): SplitDict => {
  let dict: Record<string, unknown> = isOurs ? wire : Object.fromEntries(Object.entries(wire))
  let internal: Record<string, unknown> | undefined
  for (const key of Object.keys(dict)) {
    const entry = dict[key]
    const value = unwrapped(entry)
    if (isInternal(key)) {
      internal ??= {}
      internal[key] = value
    } else if (value !== entry) dict[key] = value
  }
  if (internal !== undefined) {
    const { _wandb, wandb_version, ...users } = dict
    dict = users
  }
  return { dict: Object.freeze(dict), internal: internal === undefined ? nothing : Object.freeze(internal) }
}

/** @internal */
export const wrapConfig = (config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const wire: Record<string, unknown> = {}
  for (const key of Object.keys(config)) setOwn(wire, key, { value: config[key] })
  return wire
}

/**
 * Reads `Run.config` of the wire: a JSON string or an object of `{ key: { value, desc } }`.
 *
 * An entry with an own key `value` gives that value, unwrapped once; any other entry stays as it is.
 * `_wandb` and `wandb_version` are left out. `null`, `""` and nothing at all are `{}`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ConfigDict: t.Type<ConfigDict, unknown> = new t.Type(
  'ConfigDict',
  isObject,
  (u, context) =>
    E.map((wire: Readonly<Record<string, unknown>>) => splitConfig(wire, typeof u === 'string').dict)(
      JsonObject.validate(u, context),
    ),
  wrapConfig,
)
