import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isObject } from './codec/isObject.ts'
import { MetricsObject } from './codec/JsonObject.ts'

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
