import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isObject } from './codec/isObject.ts'
import { JsonObject } from './codec/JsonObject.ts'

/**
 * How a sweep searches: `method`, `metric`, `parameters`, and what else its YAML holds.
 *
 * @category Model
 * @since 0.1.0
 */
export type SweepConfig = Readonly<Record<string, unknown>>

/**
 * Reads `Sweep.config` of the wire, an object or the text of one as JSON; `null` and `""` are `{}`.
 *
 * The server sends YAML. Loaders read that before this codec does, so that it needs no library for it.
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
