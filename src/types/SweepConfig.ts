import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isObject } from './codec/isObject.ts'
import { JsonObject } from './codec/JsonObject.ts'

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
