import { INFINITY_PATTERN, type SqlEngine } from './Engine.ts'
import { wellFormed } from './json.ts'

const types: Readonly<Record<string, string>> = { boolean: 'Bool', number: 'Float64', string: 'String' }

const INDEX = /^(?:0|[1-9]\d{0,8})$/

const extract = (json: string, keys: ReadonlyArray<string>): string => `JSONExtractRaw(${[json, ...keys].join(', ')})`

const withElements = (json: string): string => `arrayPushFront(JSONExtractArrayRaw(${json}), ${json})`

const finite = (json: string): string => `toFloat64OrDefault(${json}, nan)`

const variance = (number: string, isSample: boolean, name = 'var'): string =>
  `multiIf(count(${number}) < ${isSample ? 2 : 1}, NULL, countIf(isInfinite(${number})) > 0, nan, ` +
  `${name}${isSample ? 'Samp' : 'Pop'}Stable(${number}))`

export const clickhouse: SqlEngine = {
  dialect: 'clickhouse',
  placeholder: (name, value) => `{${name}:${types[typeof value]}}`,
  double: (text) => `toFloat64(${text})`,
  at: (dict, path, bind) => {
    let json = dict
    let keys: ReadonlyArray<string> = []
    path.forEach((key, depth) => {
      const bound = bind(wellFormed(key))
      // A key of digits may be a list index: of a list and a dict, only one yields any text.
      if (depth > 0 && INDEX.test(key)) {
        const outer = keys.length === 0 ? json : extract(json, keys)
        json = `concat(JSONExtractArrayRaw(${outer})[${Number(key) + 1}], ${extract(outer, [bound])})`
        keys = []
      } else keys = [...keys, bound]
    })
    return keys.length === 0 && path.length > 0 ? json : extract(json, keys)
  },
  exists: (json) => `${json} != ''`,
  isMissing: (json) => `${json} = ''`,
  raw: (json) => `nullIf(${json}, '')`,
  isAny: (json, others) =>
    others.length === 1
      ? `has(${withElements(json)}, JSONExtractRaw(${others.join()}))`
      : `hasAny(${withElements(json)}, [${others.map((other) => `JSONExtractRaw(${other})`).join(', ')}])`,
  some: (json, condition) => `arrayExists(x -> ${condition}, ${withElements(json)})`,
  finite,
  isFinite: (json) => `NOT isNaN(${finite(json)})`,
  isText: (json) => `JSONType(${json}) = 'String'`,
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
  quantile: (number, q) => `quantileExactInclusive(${q})(${number})`,
  variance: (number, isSample) => variance(number, isSample),
  stddev: (number, isSample) => variance(number, isSample, 'stddev'),
  extreme: (isMin, value, key, condition) =>
    `arg${isMin ? 'Min' : 'Max'}If(tuple(toNullable(${value})), ${key}, ${condition}).1`,
}
