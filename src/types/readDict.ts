import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { type SplitDict, splitConfig, wrapConfig } from './ConfigDict.ts'
import { cutInternal } from './codec/cutInternal.ts'
import { isObject } from './codec/isObject.ts'
import { JsonObject, MetricsObject } from './codec/JsonObject.ts'
import { validateField } from './codec/record.ts'
import { splitSummary } from './SummaryDict.ts'

type Dict = Readonly<Record<string, unknown>>

/** A codec that somebody brought: it may be a whole `Type`, and it may have been written without much care. */
export type DictCodec = t.Decoder<unknown, unknown>

/** What makes a dictionary one of the record's: where it stands there and on the wire, and what is not the user's. */
const kinds = {
  config: {
    json: JsonObject,
    split: splitConfig,
    join: (c: Dict, i: Dict) => ({ ...wrapConfig(c), ...wrapConfig(i) }),
  },
  summary: {
    json: MetricsObject,
    split: splitSummary,
    join: (s: Dict, i: Dict) => ({ ...s, ...i }),
  },
} as const

/** A codec that calls `decode` inside begins a path of its own; it goes on where the value stands. */
const located =
  (context: t.Context) =>
  (error: t.ValidationError): t.ValidationError =>
    error.context[0] === context[0] ? error : { ...error, context: [...context, ...error.context.slice(1)] }

/** A codec that throws could not read the value. */
const validateSafely = (codec: DictCodec, u: unknown, context: t.Context): t.Validation<unknown> => {
  try {
    const read = codec.validate(u, context)
    return E.isLeft(read) ? t.failures(read.left.map(located(context))) : t.success(read.right)
  } catch {
    return t.failure(u, context)
  }
}

const isPlain = (u: unknown): boolean => {
  if (Array.isArray(u)) return true
  const prototype: unknown = isObject(u) ? Object.getPrototypeOf(u) : undefined
  return prototype === Object.prototype || prototype === null
}

/** What a codec made may be an object of a class, which may need to change, or be one that cannot be frozen. */
const frozen = (u: unknown): unknown => (isPlain(u) ? Object.freeze(u) : u)

/**
 * The summary and W&B's own entry, read each for itself: to take an entry out of an object of many numbers means to make
 * all of them again. `undefined` where the text is not so simple.
 */
const readApart = (text: string, context: t.Context): SplitDict | undefined => {
  const cut = cutInternal(text)
  if (cut === undefined) return undefined
  const dict = MetricsObject.validate(cut.rest, context)
  const own = MetricsObject.validate(cut.value, context)
  if (E.isLeft(dict) || E.isLeft(own) || Object.hasOwn(dict.right, '_wandb')) return undefined
  return { dict: Object.freeze(dict.right), internal: Object.freeze({ _wandb: own.right }) }
}

/** In a shorter text there are so few entries that they are copied sooner than read apart. */
const LONG = 500

/** Reads the config or the summary as it stands, W&B's own entries put apart. */
const readWire = (key: 'config' | 'summary', wire: unknown, context: t.Context): t.Validation<SplitDict> => {
  const apart =
    key === 'summary' && typeof wire === 'string' && wire.length > LONG ? readApart(wire, context) : undefined
  if (apart !== undefined) return t.success(apart)
  const { json, split } = kinds[key]
  const object = validateField(json, wire, context, key)
  return E.isLeft(object) ? object : t.success(split(object.right, typeof wire === 'string'))
}

/** Reads the config or the summary, and keeps what W&B itself put there apart. */
export const readDict = (
  key: 'config' | 'summary',
  wire: unknown,
  codec: DictCodec | undefined,
  context: t.Context,
): t.Validation<{ readonly value: unknown; readonly internal: Dict }> => {
  const object = readWire(key, wire, context)
  if (E.isLeft(object)) return object
  const { dict, internal } = object.right
  if (codec === undefined) return t.success({ value: dict, internal })
  const typed = validateSafely(codec, dict, t.appendContext(context, key, codec, dict))
  return E.isLeft(typed) ? typed : t.success({ value: frozen(typed.right), internal })
}

const isEncoder = (codec: object | undefined): codec is t.Encoder<unknown, unknown> =>
  codec !== undefined && 'encode' in codec && typeof codec.encode === 'function'

/** Writes the config or the summary as the wire has it. A codec that cannot encode is taken to leave the value alike. */
export const writeDict = (
  key: 'config' | 'summary',
  value: unknown,
  codec: DictCodec | undefined,
  internal: Dict,
): Dict => {
  const dict = isEncoder(codec) ? codec.encode(value) : value
  return kinds[key].join(isObject(dict) ? dict : {}, internal)
}

/** Whether a value can be the config or the summary of a record, as far as its codec can tell. */
export const isDict = (u: unknown, codec: DictCodec | undefined): boolean => {
  if (codec === undefined) return isObject(u)
  return 'is' in codec && typeof codec.is === 'function' ? codec.is(u) === true : true
}
