import { INFINITY_PATTERN, type SqlEngine } from './Engine.ts'
import { wellFormed } from './json.ts'

const types: Readonly<Record<string, string>> = { boolean: 'Bool', number: 'Float64', string: 'String' }

const INDEX = /^(?:0|[1-9]\d{0,8})$/

/** Each index doubles the text. */
const MAX_INDEXES = 6

/** The index that a key may be. */
const indexOf = (key: string, depth: number): number | undefined =>
  depth > 0 && INDEX.test(key) ? Number(key) : undefined

const EXTRACT = 'JSONExtractRaw('

const extract = (json: string, keys: ReadonlyArray<string>): string => `${EXTRACT}${[json, ...keys].join(', ')})`

// Not of extracted text: ClickHouse writes 1e20 with all its digits, and takes these for a string when it reads them again.
const elements = (json: string): string => json.replaceAll(EXTRACT, 'JSONExtractArrayRaw(')

const withElements = (json: string): string => `arrayPushFront(${elements(json)}, ${json})`

/** The JSON at a path that goes on after some keys. A key of digits is an index where a list is. */
const extractAt = (
  dict: string,
  keys: ReadonlyArray<string>,
  [key, ...rest]: ReadonlyArray<{ readonly bound: string; readonly index: number | undefined }>,
): string => {
  if (key === undefined) return extract(dict, keys)
  const inDict = extractAt(dict, [...keys, key.bound], rest)
  if (key.index === undefined) return inDict
  const inList = extractAt(dict, [...keys, String(key.index + 1)], rest)
  return `if(JSONType(${[dict, ...keys].join(', ')}) = 'Array', ${inList}, ${inDict})`
}

const finite = (json: string): string => `toFloat64OrDefault(${json}, nan)`

const variance = (number: string, isSample: boolean, name = 'var'): string =>
  `multiIf(count(${number}) < ${isSample ? 2 : 1}, NULL, countIf(isInfinite(${number})) > 0, nan, ` +
  `${name}${isSample ? 'Samp' : 'Pop'}Stable(${number}))`

/** A quantile as in memory; ClickHouse's own is NaN where a neighbour is infinite. */
const quantile = (number: string, q: number): string => {
  const at = (round: string): string => `s[toUInt64(greatest(${round}(${q} * (length(s) - 1)), 0)) + 1]`
  const mix = 'least(greatest(low * (1 - w) + high * w, low), high)'
  const between = `if(low = high, low, if(low = -inf AND high = inf, nan, ${mix}))`
  const found = `arrayMap((low, high, w) -> ${between}, [${at('floor')}], [${at('ceil')}], [${q} * (length(s) - 1) % 1])[1]`
  return `arrayMap(s -> if(empty(s), NULL, ${found}), [arraySort(groupArray(${number}))])[1]`
}

export const clickhouse: SqlEngine = {
  dialect: 'clickhouse',
  placeholder: (name, value) => `{${name}:${types[typeof value]}}`,
  double: (text) => `toFloat64(${text})`,
  at: (dict, path, bind) =>
    extractAt(
      dict,
      [],
      path.map((key, depth) => ({ bound: bind(wellFormed(key)), index: indexOf(key, depth) })),
    ),
  pathIssue: (path) =>
    path.filter((key, depth) => indexOf(key, depth) !== undefined).length > MAX_INDEXES
      ? `has more than ${MAX_INDEXES} keys of digits, for which the SQL would be too long: evaluate it in memory`
      : undefined,
  exists: (json) => `${json} != ''`,
  isMissing: (json) => `${json} = ''`,
  raw: (json) => `nullIf(${json}, '')`,
  cellJson: (cell) => `ifNull(${cell}, '')`,
  isAny: (json, others) =>
    others.length === 1
      ? `has(${withElements(json)}, JSONExtractRaw(${others.join()}))`
      : `hasAny(${withElements(json)}, [${others.map((other) => `JSONExtractRaw(${other})`).join(', ')}])`,
  some: (json, condition) => `arrayExists(x -> ${condition}, ${withElements(json)})`,
  finite,
  isFinite: (json) => `NOT isNaN(${finite(json)})`,
  // `JSONType` takes integers beyond 64 bits for strings.
  isText: (json) => `startsWith(${json}, '"')`,
  text: (json) => `JSONExtractString(${json})`,
  number: (json) => `toFloat64OrNull(replaceRegexpOne(${json}, '${INFINITY_PATTERN}', '\\\\1'))`,
  float: (number) => `CAST(${number} AS Nullable(Float64))`,
  textKey: (text) => `convertCharset(${text}, 'UTF-8', 'UTF-16BE')`,
  withoutNul: (text) => `replaceAll(${text}, '\\0', '')`,
  contains: (text, part) => `position(${text}, ${part}) > 0`,
  matches: (text, pattern) => `match(${text}, ${pattern})`,
  hasAny: (list, texts) =>
    texts.length === 1 ? `has(${list}, ${texts.join()})` : `hasAny(${list}, [${texts.join(', ')}])`,
  someOf: (list, condition) => `arrayExists(x -> ${condition}, ${list})`,
  listJson: (list) => `toJSONString(${list})`,
  nullable: (value) => `toNullable(${value})`,
  // ClickHouse moves a plain constant out of a sum, which then overflows.
  scaled: (number, factor) => `(${number} * materialize(${factor}))`,
  quantile,
  variance: (number, isSample) => variance(number, isSample),
  stddev: (number, isSample) => variance(number, isSample, 'stddev'),
  extreme: (isMin, value, key, condition) =>
    `arg${isMin ? 'Min' : 'Max'}If(tuple(toNullable(${value})), ${key}, ${condition}).1`,
}
