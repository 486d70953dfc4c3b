import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { Int64 } from './codec/Int64.ts'
import { isObject } from './codec/isObject.ts'
import { MetricsObject } from './codec/JsonObject.ts'
import { nullable } from './codec/nullable.ts'
import { own } from './codec/own.ts'

/**
 * Which metrics a run's history holds.
 *
 * @category Model
 * @since 0.1.0
 */
export interface HistoryKeys {
  /** What the server knows of each metric, by its name; nested metrics have dotted names. */
  readonly keys: Readonly<Record<string, HistoryKey>>
  /** The highest step logged; `undefined` where nothing was. */
  readonly lastStep: number | undefined
}

/**
 * What the server knows of one metric of a history, as it sends it.
 *
 * @category Model
 * @since 0.1.0
 */
export interface HistoryKey {
  /** How many values of each type were logged. */
  readonly typeCounts?: ReadonlyArray<{ readonly type: string; readonly count: number }>
  /** Whether the values never go down. */
  readonly monotonic?: boolean
  /** The last value. */
  readonly previousValue?: unknown
}

const lastStep = nullable(Int64)

const isKeys = (u: unknown): u is HistoryKeys['keys'] => isObject(u) && Object.values(u).every(isObject)

/**
 * Reads `Run.historyKeys` of the wire, an object or the text of one. `null` is no keys and no last step.
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
    const keys = own(object.right, 'keys') ?? {}
    if (!isKeys(keys)) return t.failure(keys, t.appendContext(context, 'keys', t.UnknownRecord, keys))
    const step = own(object.right, 'lastStep')
    return E.map(
      (last: number | undefined): HistoryKeys => Object.freeze({ keys: Object.freeze({ ...keys }), lastStep: last }),
    )(lastStep.validate(step, t.appendContext(context, 'lastStep', lastStep, step)))
  },
  ({ keys, lastStep: last }) => ({ keys, lastStep: last ?? null }),
)
