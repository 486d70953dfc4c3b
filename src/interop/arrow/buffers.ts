import { type Data, Dictionary, Int32, LargeUtf8, makeData, makeVector, Utf8 } from 'apache-arrow'

/** The validity bitmap of a column; absent if every row has a value. */
interface Validity {
  readonly nullCount: number
  readonly nullBitmap: Uint8Array | undefined
}

/** Packs one bit per row, least significant bit first. */
export const bitsOf = (length: number, isSet: (row: number) => boolean): Uint8Array => {
  // Arrow pads buffers to multiples of eight bytes.
  const bits = new Uint8Array(Math.ceil(length / 64) * 8)
  for (let row = 0; row < length; row += 1)
    if (isSet(row)) bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7))
  return bits
}

export const validityOf = (length: number, isPresent: (row: number) => boolean): Validity => {
  let nullCount = 0
  for (let row = 0; row < length; row += 1) if (!isPresent(row)) nullCount += 1
  return { nullCount, nullBitmap: nullCount === 0 ? undefined : bitsOf(length, isPresent) }
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
  const { nullCount, nullBitmap } = validityOf(texts.length, (row) => texts[row] !== undefined)
  const shape = { length: texts.length, nullCount, nullBitmap, data: bytes }
  return bytes.length <= maxBytes
    ? makeData({ ...shape, type: new Utf8(), valueOffsets: Int32Array.from(offsets) })
    : makeData({ ...shape, type: new LargeUtf8(), valueOffsets: BigInt64Array.from(offsets, BigInt) })
}

/** Dictionary-encodes strings, in order of first appearance. */
export const dictionaryData = (texts: Strings): Data<Dictionary<Utf8 | LargeUtf8, Int32>> => {
  const positions = new Map<string, number>()
  const indices = new Int32Array(texts.length)
  texts.forEach((text, row) => {
    if (text === undefined) return
    const index = positions.get(text) ?? positions.size
    if (index === positions.size) positions.set(text, index)
    indices[row] = index
  })
  const { nullCount, nullBitmap } = validityOf(texts.length, (row) => texts[row] !== undefined)
  const dictionary: Data<Utf8 | LargeUtf8> = textData([...positions.keys()])
  return makeData({
    type: new Dictionary(dictionary.type, new Int32()),
    length: texts.length,
    nullCount,
    nullBitmap,
    data: indices,
    dictionary: makeVector(dictionary),
  })
}
