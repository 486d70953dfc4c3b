import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { freezeParsed } from '../wire/freeze.ts'
import { MetricsObject, RawJsonObject } from '../wire/json.ts'
import { isObject, type UnknownRecord } from '../wire/own.ts'
import { validateField } from '../wire/record.ts'
import { type SplitDict, splitConfig, wrapConfig } from './ConfigDict.ts'
import { splitSummary } from './SummaryDict.ts'

/** W&B's own entry, if it is an object without nested objects, and the delimiter after it. */
const INTERNAL_ENTRY = /"_wandb"\s*:\s*(\{[^{}]*\})\s*(,(?!\s*\})|\})/y

/**
 * Splits the text of a JSON object into the text without W&B's own entry and the text of that entry's value.
 * `undefined` unless nothing nested precedes the entry and its value has no nested objects.
 *
 * A quoted name after a brace or a comma is a key: inside a string its quotes would be escaped. If the text is not valid
 * JSON, at least one of the two parts is not either.
 */
export const fastSplitInternal = (text: string): { readonly rest: string; readonly value: string } | undefined => {
  const at = text.indexOf('"_wandb"')
  INTERNAL_ENTRY.lastIndex = at
  const found = at < 0 ? null : INTERNAL_ENTRY.exec(text)
  if (found === null) return undefined
  const before = text.slice(0, at).trimEnd()
  const opens = before.endsWith('{')
  const isNested = before.includes('[') || before.indexOf('{') !== before.lastIndexOf('{')
  if (isNested || !(opens || before.endsWith(','))) return undefined
  const [, value = '', end = ''] = found
  const rest = text.slice(INTERNAL_ENTRY.lastIndex)
  return { value, rest: (opens ? before + end.replace(',', '') : before.slice(0, -1) + end) + rest }
}

/** A codec passed by the user: possibly a whole `Type`, and possibly one that throws. */
export type DictDecoder = t.Decoder<unknown, unknown>

/** How each dict is parsed, separated from W&B's own entries, and joined with them again. */
const dictKinds = {
  config: {
    json: RawJsonObject,
    split: splitConfig,
    join: (c: UnknownRecord, i: UnknownRecord) => ({ ...wrapConfig(c), ...wrapConfig(i) }),
  },
  summary: {
    json: MetricsObject,
    split: splitSummary,
    join: (s: UnknownRecord, i: UnknownRecord) => ({ ...s, ...i }),
  },
} as const

/** A codec that calls `decode` internally starts a new path; this continues the path of the value. */
const withFullPath =
  (context: t.Context) =>
  (error: t.ValidationError): t.ValidationError =>
    error.context[0] === context[0] ? error : { ...error, context: [...context, ...error.context.slice(1)] }

/** A codec that throws counts as a decode failure. */
const validateSafely = (codec: DictDecoder, u: unknown, context: t.Context): t.Validation<unknown> => {
  try {
    const read = codec.validate(u, context)
    return E.isLeft(read) ? t.failures(read.left.map(withFullPath(context))) : t.success(read.right)
  } catch {
    return t.failure(u, context)
  }
}

/**
 * Parses the summary and W&B's own entry separately, because removing an entry from an object means copying all the
 * others: a summary of 200 keys takes 46 % less time, one of 900 keys 64 %. `undefined` if the text is not simple enough.
 */
const fastReadSummary = (text: string, context: t.Context): SplitDict | undefined => {
  const cut = fastSplitInternal(text)
  if (cut === undefined) return undefined
  const dict = MetricsObject.validate(cut.rest, context)
  const own = MetricsObject.validate(cut.value, context)
  if (E.isLeft(dict) || E.isLeft(own) || Object.hasOwn(dict.right, '_wandb')) return undefined
  return { dict: dict.right, internal: Object.freeze({ _wandb: own.right }) }
}

/** Copying is as fast for objects of up to about 128 keys, which V8 does not store as hash tables. */
const MIN_FAST_LENGTH = 4_000

/** Parses the config or the summary, with W&B's own entries separated. */
const readWire = (key: 'config' | 'summary', wire: unknown, context: t.Context): t.Validation<SplitDict> => {
  const fast =
    key === 'summary' && typeof wire === 'string' && wire.length > MIN_FAST_LENGTH
      ? fastReadSummary(wire, context)
      : undefined
  if (fast !== undefined) return t.success(fast)
  const { json, split } = dictKinds[key]
  const object = validateField(json, wire, context, key)
  return E.isLeft(object) ? object : t.success(split(object.right, typeof wire === 'string'))
}

/** Decodes the config or the summary, with W&B's own entries separated. */
export const readDict = (
  key: 'config' | 'summary',
  wire: unknown,
  codec: DictDecoder | undefined,
  context: t.Context,
): t.Validation<{ readonly value: unknown; readonly internal: UnknownRecord }> => {
  const object = readWire(key, wire, context)
  if (E.isLeft(object)) return object
  const { dict, internal } = object.right
  if (codec === undefined) return t.success({ value: dict, internal })
  const typed = validateSafely(codec, dict, t.appendContext(context, key, codec, dict))
  return E.isLeft(typed) ? typed : t.success({ value: freezeParsed(typed.right), internal })
}

const isEncoder = (codec: object | undefined): codec is t.Encoder<unknown, unknown> =>
  codec !== undefined && 'encode' in codec && typeof codec.encode === 'function'

/** Encodes the config or the summary for the API. A codec without `encode` is assumed to leave the value unchanged. */
export const writeDict = (
  key: 'config' | 'summary',
  value: unknown,
  codec: DictDecoder | undefined,
  internal: UnknownRecord,
): UnknownRecord => {
  const dict = isEncoder(codec) ? codec.encode(value) : value
  return dictKinds[key].join(isObject(dict) ? dict : {}, internal)
}

/** Whether a value can be the config or the summary of a record, as far as its codec can tell. */
export const isDictOfCodec = (u: unknown, codec: DictDecoder | undefined): boolean => {
  if (codec === undefined) return isObject(u)
  return 'is' in codec && typeof codec.is === 'function' ? codec.is(u) === true : true
}
