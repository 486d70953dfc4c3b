import type { Dialect, SqlParameter } from '../Sql.ts'

type Bind = (value: SqlParameter) => string
type Path = ReadonlyArray<string>

/** An infinity in JSON. */
export const INFINITY = '^"(-?Infinity)"$'

/** What the engines say in different words. All takes and gives SQL; a `json` is the text of a JSON value. */
export interface Engine {
  readonly dialect: Dialect
  readonly placeholder: (name: string, value: SqlParameter) => string
  /** A text that is a number, as a float. */
  readonly double: (text: string) => string
  /** The JSON at a path, which has an own form of being missing. */
  readonly at: (dict: string, path: Path, bind: Bind) => string
  /** Whether there is any. */
  readonly exists: (json: string) => string
  readonly isMissing: (json: string) => string
  /** The JSON at a path as text; NULL where it is missing. */
  readonly raw: (json: string) => string
  /** Whether JSON, or an element of a JSON list, is one of several JSON values. */
  readonly isAny: (json: string, others: ReadonlyArray<string>) => string
  /** Whether something holds for JSON, or for an element of a JSON list, which it calls `x`. */
  readonly some: (json: string, condition: string) => string
  /** The finite number that JSON is; it compares as false where it is none. */
  readonly finite: (json: string) => string
  readonly isFinite: (json: string) => string
  readonly isText: (json: string) => string
  /** The text that JSON is, if it is one. */
  readonly text: (json: string) => string
  /** The number that JSON is, infinities too; NULL where it is none, or NaN. */
  readonly number: (json: string) => string
  /** A number of a column as a float. */
  readonly float: (number: string) => string
  /** What orders by bytes as a text does by UTF-16 code units. */
  readonly textKey: (text: string) => string
  readonly withoutNul: (text: string) => string
  readonly contains: (text: string, part: string) => string
  /** RE2 in both, of which patterns come with the flags that they need. */
  readonly matches: (text: string, pattern: string) => string
  /** Whether a list of texts has one of several. */
  readonly hasAny: (list: string, texts: ReadonlyArray<string>) => string
  /** Whether something holds for an element of a list of texts, which it calls `x`. */
  readonly someOf: (list: string, condition: string) => string
  /** A list of texts as JSON. */
  readonly listJson: (list: string) => string
  readonly nullable: (value: string) => string
  readonly quantile: (number: string, q: number) => string
  readonly variance: (number: string, isSample: boolean) => string
  readonly stddev: (number: string, isSample: boolean) => string
  /** What a value is in the row where a key is least or greatest, among the rows of which a condition holds. */
  readonly extreme: (isMin: boolean, value: string, key: string, condition: string) => string
}
