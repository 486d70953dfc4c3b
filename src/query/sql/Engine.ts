import type { Dialect, SqlParameter } from './Sql.ts'

type Bind = (value: SqlParameter) => string
type Path = ReadonlyArray<string>

/** Matches an infinity in JSON. */
export const INFINITY_PATTERN = '^"(-?Infinity)"$'

/** The SQL that differs between engines. All parameters and results are SQL; a `json` is the text of a JSON value. */
export interface SqlEngine {
  readonly dialect: Dialect
  readonly placeholder: (name: string, value: SqlParameter) => string
  /** Text that is a number, as a float. */
  readonly double: (text: string) => string
  /** The JSON at a path, with an engine-specific value for a missing one. */
  readonly at: (dict: string, path: Path, bind: Bind) => string
  /** Why a path cannot be written, as the rest of a sentence. */
  readonly pathIssue: (path: Path) => string | undefined
  /** Whether the JSON is present. */
  readonly exists: (json: string) => string
  readonly isMissing: (json: string) => string
  /** The JSON as text; NULL when it is missing. */
  readonly raw: (json: string) => string
  /** The JSON in a cell that holds {@link raw}. */
  readonly cellJson: (cell: string) => string
  /** Whether the JSON, or an element of a JSON list, equals one of several JSON values. */
  readonly isAny: (json: string, others: ReadonlyArray<string>) => string
  /** Whether a condition on `x` holds for the JSON, or for an element of a JSON list. */
  readonly some: (json: string, condition: string) => string
  /** The JSON as a finite number; compares as false when it is not one. */
  readonly finite: (json: string) => string
  readonly isFinite: (json: string) => string
  readonly isText: (json: string) => string
  /** The JSON as text, if it is a string. */
  readonly text: (json: string) => string
  /** The JSON as a number, infinities included; NULL when it is not a number or is NaN. */
  readonly number: (json: string) => string
  /** A numeric column as a float. */
  readonly float: (number: string) => string
  /** A key whose bytes sort as the text does by UTF-16 code units. */
  readonly textKey: (text: string) => string
  readonly withoutNul: (text: string) => string
  readonly contains: (text: string, part: string) => string
  /** Both engines use RE2; patterns include the flags that they need. */
  readonly matches: (text: string, pattern: string) => string
  /** Whether a list of strings contains one of several. */
  readonly hasAny: (list: string, texts: ReadonlyArray<string>) => string
  /** Whether a condition on `x` holds for an element of a list of strings. */
  readonly someOf: (list: string, condition: string) => string
  /** A list of strings as JSON. */
  readonly listJson: (list: string) => string
  readonly nullable: (value: string) => string
  /** A number times a constant. */
  readonly scaled: (number: string, factor: number) => string
  readonly quantile: (number: string, q: number) => string
  readonly variance: (number: string, isSample: boolean) => string
  readonly stddev: (number: string, isSample: boolean) => string
  /** The value in the row with the smallest or largest key, among the rows that meet a condition. */
  readonly extreme: (isMin: boolean, value: string, key: string, condition: string) => string
}

/** Quotes a name as an identifier. ClickHouse also interprets backslashes within the quotes. */
export const quoteIdentifier = (name: string, dialect: Dialect): string =>
  `"${(dialect === 'clickhouse' ? name.replace(/\\/g, '\\\\') : name).replace(/"/g, '""')}"`
