import type { Bitmap } from './Bitmap.ts'
import type { Validity } from './Validity.ts'

/**
 * A table column of numbers, some of which have a fraction or are not finite.
 *
 * @category Tables
 * @since 0.2.0
 */
export interface NumberVector extends Validity {
  /** Discriminant. */
  readonly type: 'number'
  /** One number per row; `NaN` where the row has no value, too. */
  readonly values: Float64Array
}

/**
 * A table column of integers.
 *
 * @category Tables
 * @since 0.2.0
 */
export interface IntegerVector extends Validity {
  /** Discriminant. */
  readonly type: 'integer'
  /** One safe integer per row, 0 where the row has no value; a `Float64Array` if one of them has more than 32 bits. */
  readonly values: Float64Array | Int32Array
}

/**
 * A table column of times.
 *
 * @category Tables
 * @since 0.2.0
 */
export interface TimeVector extends Validity {
  /** Discriminant. */
  readonly type: 'time'
  /** Milliseconds since 1970-01-01T00:00Z, one per row; `NaN` where the row has no value. */
  readonly values: Float64Array
}

/**
 * A table column of booleans.
 *
 * @category Tables
 * @since 0.2.0
 */
export interface BooleanVector extends Validity {
  /** Discriminant. */
  readonly type: 'boolean'
  /** The rows that are `true`. */
  readonly values: Bitmap
}

/**
 * A table column of strings, each distinct one stored once.
 *
 * @category Tables
 * @since 0.2.0
 */
export interface TextVector extends Validity {
  /** Discriminant. */
  readonly type: 'text'
  /** The position of each row's string in `dictionary`; 0 where the row has no value. */
  readonly indices: Int32Array
  /** Distinct strings, some of which may be in no row. */
  readonly dictionary: ReadonlyArray<string>
}

/**
 * A table column of lists whose elements all have one type, such as tags.
 *
 * @category Tables
 * @since 0.2.0
 */
export interface ListVector extends Validity {
  /** Discriminant. */
  readonly type: 'list'
  /** The list of row `i` consists of the items from `offsets[i]` up to `offsets[i + 1]`; one more offset than rows. */
  readonly offsets: Int32Array
  /** The elements of all lists, one after the other. */
  readonly items: Exclude<TableColumn, JsonVector>
}

/**
 * The type of a JSON value.
 *
 * @category Tables
 * @since 0.2.0
 */
export type JsonType = 'boolean' | 'list' | 'number' | 'object' | 'text' | 'time'

/**
 * A table column whose values have several types, or are objects.
 *
 * @category Tables
 * @since 0.2.0
 */
export interface JsonVector extends Validity {
  /** Discriminant. */
  readonly type: 'json'
  /** The types that its values have, in order of first appearance. */
  readonly types: ReadonlyArray<JsonType>
  /** One value per row, frozen; `undefined` where the row has none, and `null` where that is explicit. */
  readonly values: ReadonlyArray<unknown>
}

/**
 * The values of one column of a table, in the layout of Apache Arrow. Its type is that of the values it has: a column of
 * numbers and strings is of type `json`.
 *
 * @category Tables
 * @since 0.2.0
 */
export type TableColumn =
  | BooleanVector
  | IntegerVector
  | JsonVector
  | ListVector
  | NumberVector
  | TextVector
  | TimeVector
