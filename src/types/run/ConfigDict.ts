import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { freezeParsed, frozenCopy } from '../wire/freeze.ts'
import { RawJsonObject } from '../wire/json.ts'
import { emptyObject, isObject, setOwn } from '../wire/own.ts'

/**
 * A run's configuration: hyperparameters and settings by name, without W&B's own entries.
 *
 * Values are typed `any`, because anything can be logged; pass a codec to `loadRuns` (`decode.config`) for types. Look
 * up keys with `runConfigAt`, or check `Object.hasOwn` first if a key may be called `constructor`. Integers beyond 2^53
 * are rounded to the nearest double.
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

/** Unwraps an entry of the wire once, if it is wrapped. */
export const unwrapEntry = (entry: unknown): unknown =>
  isObject(entry) && Object.hasOwn(entry, 'value') ? entry['value'] : entry

/** Whether a key of a config is W&B's own. */
export const isInternalKey = (key: string): boolean => key === '_wandb' || key === 'wandb_version'

/**
 * Separates W&B's own entries. With `isOwned`, the object was just parsed and has no other owner, so it becomes the dict
 * itself: much cheaper than copying all its keys.
 *
 * @internal
 */
export const splitConfig = (wire: Readonly<Record<string, unknown>>, isOwned = false): SplitDict => {
  const dict: Record<string, unknown> = isOwned ? wire : Object.fromEntries(Object.entries(wire))
  for (const key of Object.keys(dict)) {
    const entry = dict[key]
    if (typeof entry !== 'object' || entry === null) continue
    const value = unwrapEntry(entry)
    const frozen = isOwned ? freezeParsed(value) : frozenCopy(value)
    if (frozen !== entry) dict[key] = frozen
  }
  if (!Object.hasOwn(dict, '_wandb') && !Object.hasOwn(dict, 'wandb_version'))
    return { dict: Object.freeze(dict), internal: emptyObject }
  const { _wandb, wandb_version, ...users } = dict
  const internal = Object.fromEntries(Object.entries(dict).filter(([key]) => isInternalKey(key)))
  return { dict: Object.freeze(users), internal: Object.freeze(internal) }
}

/** @internal */
export const wrapConfig = (config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const wire: Record<string, unknown> = {}
  for (const key of Object.keys(config)) setOwn(wire, key, { value: config[key] })
  return wire
}

/**
 * Decodes `Run.config`: a JSON string, or an object of `{ key: { value, desc } }`.
 *
 * An entry with its own key `value` is unwrapped once; any other entry is left as it is. `_wandb` and `wandb_version`
 * are left out. `null`, `""` and an absent value decode to `{}`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ConfigDict: t.Type<ConfigDict, unknown> = new t.Type(
  'ConfigDict',
  isObject,
  (u, context) =>
    E.map((wire: Readonly<Record<string, unknown>>) => splitConfig(wire, typeof u === 'string').dict)(
      RawJsonObject.validate(u, context),
    ),
  wrapConfig,
)
