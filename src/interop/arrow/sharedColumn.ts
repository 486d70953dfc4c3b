import { type Data, DataType, TimeUnit, type Vector } from 'apache-arrow'
import { type Bitmap, emptyBitmap, hasBit } from '../../types/table/Bitmap.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import type { Validity } from '../../types/table/Validity.ts'

/** A bitmap of whole words without bits beyond the last row, which is copied if it is not one. */
const bitmapOf = (bytes: Uint8Array, length: number): Bitmap => {
  const size = Math.ceil(length / 64) * 8
  const isClean = (): boolean => {
    for (let row = length; row < size * 8; row += 1) if (hasBit(bytes, row)) return false
    return true
  }
  if (bytes.length >= size && isClean()) return bytes.subarray(0, size)
  const bitmap = emptyBitmap(length)
  const used = Math.ceil(length / 8)
  bitmap.set(bytes.subarray(0, used))
  if ((length & 7) !== 0) bitmap[used - 1] = (bitmap[used - 1] as number) & ((1 << (length & 7)) - 1)
  return bitmap
}

const validityOf = (data: Data): Validity => ({
  valid: data.nullCount === 0 ? undefined : bitmapOf(data.nullBitmap, data.length),
  nulls: undefined,
})

/** Whether numbers are as a column of numbers has them: NaN where there is no value, and not all integers. */
const areNumbers = (values: Float64Array, { valid }: Validity): boolean => {
  let hasOther = false
  let count = 0
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number
    if (valid !== undefined && !hasBit(valid, row)) {
      if (!Number.isNaN(value)) return false
      continue
    }
    count += 1
    hasOther ||= !Number.isSafeInteger(value) || Object.is(value, -0)
  }
  return hasOther || count === 0
}

const areZeroWithout = (values: Int32Array, { valid }: Validity): boolean =>
  valid === undefined || values.every((value, row) => value === 0 || hasBit(valid, row))

/** Whether a dictionary has each string once, and in order of first appearance. */
const areInOrder = (indices: Int32Array, dictionary: ReadonlyArray<unknown>, { valid }: Validity): boolean => {
  let next = 0
  for (let row = 0; row < indices.length; row += 1) {
    const index = indices[row] as number
    if (valid !== undefined && !hasBit(valid, row)) {
      if (index !== 0) return false
    } else if (index === next) next += 1
    else if (index < 0 || index > next) return false
  }
  return next === dictionary.length && new Set(dictionary).size === next && !dictionary.includes(null)
}

const trueBits = (data: Data, { valid }: Validity): Bitmap => {
  const bits = bitmapOf(data.values, data.length)
  if (valid === undefined || bits.every((byte, at) => (byte & ~(valid[at] as number)) === 0)) return bits
  return bits.map((byte, at) => byte & (valid[at] as number))
}

/** The latest time of a `Date`, in milliseconds. */
const MAX_TIME = 8.64e15

/** The milliseconds of times, NaN where there is none; `undefined` if a `Date` cannot have one of them. */
const millisecondsOf = (values: BigInt64Array, { valid }: Validity): Float64Array | undefined => {
  const times = new Float64Array(values.length)
  for (let row = 0; row < values.length; row += 1) {
    const has = valid === undefined || hasBit(valid, row)
    const time = has ? Number(values[row]) : Number.NaN
    if (Math.abs(time) > MAX_TIME) return undefined
    times[row] = time
  }
  return times
}

/** Converts a column that has the layout of a table column, sharing its arrays, except for times; `undefined` if it has another. */
export const sharedColumn = (vector: Vector): TableColumn | undefined => {
  const [data, ...others] = vector.data
  if (data === undefined || others.length > 0 || data.offset !== 0) return undefined
  const { length, type } = data
  const validity = validityOf(data)
  if (DataType.isFloat(type) && data.values instanceof Float64Array) {
    const values = data.values.subarray(0, length)
    return areNumbers(values, validity) ? Object.freeze({ type: 'number', values, ...validity }) : undefined
  }
  if (DataType.isInt(type) && data.values instanceof Int32Array) {
    const values = data.values.subarray(0, length)
    return areZeroWithout(values, validity) ? Object.freeze({ type: 'integer', values, ...validity }) : undefined
  }
  if (DataType.isTimestamp(type) && type.unit === TimeUnit.MILLISECOND && data.values instanceof BigInt64Array) {
    const values = millisecondsOf(data.values.subarray(0, length), validity)
    return values && Object.freeze({ type: 'time', values, ...validity })
  }
  if (DataType.isBool(type)) return Object.freeze({ type: 'boolean', values: trueBits(data, validity), ...validity })
  if (DataType.isDictionary(type) && data.values instanceof Int32Array && data.dictionary !== undefined) {
    if (!DataType.isUtf8(type.dictionary) && !DataType.isLargeUtf8(type.dictionary)) return undefined
    const indices = data.values.subarray(0, length)
    const dictionary = Object.freeze(Array.from(data.dictionary as Vector, String))
    return areInOrder(indices, dictionary, validity)
      ? Object.freeze({ type: 'text', indices, dictionary, ...validity })
      : undefined
  }
  return undefined
}
