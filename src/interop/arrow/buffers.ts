import { type Data, Dictionary, Int32, LargeUtf8, makeData, makeVector, Utf8, type Vector } from 'apache-arrow'
import { type Bitmap, emptyBitmap, setBit } from '../../types/table/Bitmap.ts'

/** The bits of the rows that have a value; `undefined` if all have. */
export const validBits = (length: number, has: (row: number) => boolean): Bitmap | undefined => {
  const bits = emptyBitmap(length)
  let count = 0
  for (let row = 0; row < length; row += 1)
    if (has(row)) {
      setBit(bits, row)
      count += 1
    }
  return count === length ? undefined : bits
}

type Strings = ReadonlyArray<string | undefined>

/** The maximum number of bytes for the 32-bit offsets of `Utf8`. */
const MAX_BYTES = 2 ** 31 - 1

/** Encodes strings as UTF-8, with the offset of each. */
const encoded = (texts: Strings): { readonly bytes: Uint8Array; readonly offsets: Float64Array } => {
  const encoder = new TextEncoder()
  const offsets = new Float64Array(texts.length + 1)
  let bytes = new Uint8Array(64)
  let end = 0
  texts.forEach((text, row) => {
    if (text !== undefined) {
      // A UTF-16 code unit takes at most three bytes.
      const needed = end + text.length * 3
      if (needed > bytes.length) {
        const grown = new Uint8Array(Math.max(needed, bytes.length * 2))
        grown.set(bytes)
        bytes = grown
      }
      end += encoder.encodeInto(text, bytes.subarray(end)).written
    }
    offsets[row + 1] = end
  })
  return { bytes: bytes.subarray(0, end), offsets }
}

/** Encodes strings, with 64-bit offsets if they are too large for 32-bit ones. */
export const textData = (texts: Strings, maxBytes: number = MAX_BYTES): Data<Utf8> | Data<LargeUtf8> => {
  const { bytes, offsets } = encoded(texts)
  const nullBitmap = validBits(texts.length, (row) => texts[row] !== undefined)
  const shape = { length: texts.length, nullBitmap, data: bytes }
  return bytes.length <= maxBytes
    ? makeData({ ...shape, type: new Utf8(), valueOffsets: Int32Array.from(offsets) })
    : makeData({ ...shape, type: new LargeUtf8(), valueOffsets: BigInt64Array.from(offsets, BigInt) })
}

/** The type of a dictionary of strings, and the strings. */
export const dictionaryOf = (
  strings: ReadonlyArray<string>,
): { readonly type: Dictionary<Utf8 | LargeUtf8, Int32>; readonly dictionary: Vector<Utf8 | LargeUtf8> } => {
  const data: Data<Utf8 | LargeUtf8> = textData(strings)
  return { type: new Dictionary(data.type, new Int32()), dictionary: makeVector(data) }
}
