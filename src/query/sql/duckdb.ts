import { INFINITY_PATTERN, type SqlEngine } from './Engine.ts'
import { wellFormed } from './json.ts'

/** A JSON pointer, in which only `~` and `/` need escaping. */
const pointer = (path: ReadonlyArray<string>): string =>
  path.map((key) => `/${wellFormed(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')

const withElements = (json: string): string => `[${json}] || json_extract(${json}, '$[*]')`

const finite = (json: string): string => `TRY_CAST(${json}::VARCHAR AS DOUBLE)`

// covar_* of a number with itself is its variance; var_* fails the whole query when the result is infinite.
const variance = (number: string, isSample: boolean): string =>
  `covar_${isSample ? 'samp' : 'pop'}(${number}, ${number})`

const LAST_CHARACTER = 'chr(1114111)'

export const duckdb: SqlEngine = {
  dialect: 'duckdb',
  placeholder: (name) => `$${name}`,
  double: (text) => `${text}::DOUBLE`,
  at: (dict, path, bind) => `json_extract(${dict}, ${bind(pointer(path))})`,
  pathIssue: () => undefined,
  exists: (json) => `${json} IS NOT NULL`,
  isMissing: (json) => `${json} IS NULL`,
  raw: (json) => `${json}::VARCHAR`,
  cellJson: (cell) => cell,
  isAny: (json, others) =>
    others.length === 1
      ? `coalesce(list_contains(${withElements(json)}, json(${others.join()})), FALSE)`
      : `coalesce(list_has_any(${withElements(json)}, [${others.map((other) => `json(${other})`).join(', ')}]), FALSE)`,
  some: (json, condition) => `coalesce(list_contains([${condition} FOR x IN ${withElements(json)}], true), FALSE)`,
  finite,
  isFinite: (json) => `${finite(json)} IS NOT NULL`,
  isText: (json) => `json_type(${json}) = 'VARCHAR'`,
  text: (json) => `json_extract_string(${json}, '$')`,
  number: (json) => `TRY_CAST(regexp_replace(${json}::VARCHAR, '${INFINITY_PATTERN}', '\\1') AS DOUBLE)`,
  float: (number) => `${number}::DOUBLE`,
  // U+E000 to U+FFFF sort after all other characters in UTF-16.
  textKey: (text) =>
    `regexp_replace(replace(${text}, ${LAST_CHARACTER}, ${LAST_CHARACTER} || ' '), '[\\x{E000}-\\x{FFFF}]', ${LAST_CHARACTER} || '\\0', 'g')`,
  withoutNul: (text) => `replace(${text}, chr(0), '')`,
  contains: (text, part) => `contains(${text}, ${part})`,
  matches: (text, pattern) => `regexp_matches(${text}, ${pattern})`,
  hasAny: (list, texts) =>
    texts.length === 1 ? `list_contains(${list}, ${texts.join()})` : `list_has_any(${list}, [${texts.join(', ')}])`,
  someOf: (list, condition) => `list_contains([${condition} FOR x IN ${list}], TRUE)`,
  listJson: (list) => `to_json(${list})::VARCHAR`,
  nullable: (value) => value,
  scaled: (number, factor) => `(${number} * ${factor})`,
  quantile: (number, q) => `quantile_cont(${number}, ${q})`,
  variance,
  stddev: (number, isSample) => `sqrt(abs(${variance(number, isSample)}))`,
  extreme: (isMin, value, key, condition) =>
    `(arg_${isMin ? 'min' : 'max'}({v: ${value}}, ${key}) FILTER (WHERE ${condition})).v`,
}
