import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { Int64 } from '../wire/int64.ts'
import { MetricsObject } from '../wire/json.ts'
import { getOwn, isObject } from '../wire/own.ts'
import { nullable } from '../wire/record.ts'

/**
 * The metrics in a run's history.
 *
 * @category Model
 * @since 0.1.0
 */
export interface HistoryKeys {
  /** What the server reports about each metric, by name; nested metrics have dotted names. */
  readonly keys: Readonly<Record<string, HistoryKey>>
  /** The highest step logged; `undefined` if nothing was logged. */
  readonly lastStep: number | undefined
}

/**
 * What the server reports about a metric of a history.
 *
 * @category Model
 * @since 0.1.0
 */
export interface HistoryKey {
  /** The number of logged values of each type. */
  readonly typeCounts?: ReadonlyArray<{ readonly type: string; readonly count: number }>
  /** Whether the values never decrease. */
  readonly monotonic?: boolean
  /** The last value. */
  readonly previousValue?: unknown
}

const lastStep = nullable(Int64)

const isKeys = (u: unknown): u is HistoryKeys['keys'] => isObject(u) && Object.values(u).every(isObject)

/**
 * Decodes `Run.historyKeys`, an object or its JSON text. `null` decodes to no keys and no last step.
 *
 * @category Codec
 * @since 0.1.0
 */
export const HistoryKeys: t.Type<HistoryKeys, unknown> = new t.Type(
  'HistoryKeys',
  (u): u is HistoryKeys => isObject(u) && isKeys(u['keys']) && lastStep.is(u['lastStep']),
  (u, context) => {
    const object = MetricsObject.validate(u, context)
    if (E.isLeft(object)) return object
    const keys = getOwn(object.right, 'keys') ?? {}
    if (!isKeys(keys)) return t.failure(keys, t.appendContext(context, 'keys', t.UnknownRecord, keys))
    const step = getOwn(object.right, 'lastStep')
    return E.map(
      (last: number | undefined): HistoryKeys => Object.freeze({ keys: Object.freeze({ ...keys }), lastStep: last }),
    )(lastStep.validate(step, t.appendContext(context, 'lastStep', lastStep, step)))
  },
  ({ keys, lastStep: last }) => ({ keys, lastStep: last ?? null }),
)
