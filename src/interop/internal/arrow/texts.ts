import { type Data, Dictionary, Int32, LargeUtf8, makeData, makeVector, Utf8 } from 'apache-arrow'
import { validityOf } from './validity.ts'

type Texts = ReadonlyArray<string | undefined>

/** The most bytes that the offsets of a `Utf8` can count. */
const MOST_BYTES = 2 ** 31 - 1

/** All texts as UTF-8, and where each begins. */
const encoded = (texts: Texts): { readonly bytes: Uint8Array; readonly offsets: Float64Array } => {
  const encoder = new TextEncoder()
  const offsets = new Float64Array(texts.length + 1)
  let bytes = new Uint8Array(64)
  let end = 0
  texts.forEach((text, row) => {
    if (text !== undefined) {
      // A UTF-16 code unit takes at most three bytes.
      const most = end + text.length * 3
      if (most > bytes.length) {
        const grown = new Uint8Array(Math.max(most, bytes.length * 2))
        grown.set(bytes)
        bytes = grown
      }
      end += encoder.encodeInto(text, bytes.subarray(end)).written
    }
    offsets[row + 1] = end
  })
  return { bytes: bytes.subarray(0, end), offsets }
}

/** Texts one after the other, with wide offsets where narrow ones cannot count their bytes. */
export const textData = (texts: Texts, most: number = MOST_BYTES): Data<Utf8> | Data<LargeUtf8> => {
  const { bytes, offsets } = encoded(texts)
  const { nullCount, nullBitmap } = validityOf(texts.length, (row) => texts[row] !== undefined)
  const shape = { length: texts.length, nullCount, nullBitmap, data: bytes }
  return bytes.length <= most
    ? makeData({ ...shape, type: new Utf8(), valueOffsets: Int32Array.from(offsets) })
    : makeData({ ...shape, type: new LargeUtf8(), valueOffsets: BigInt64Array.from(offsets, BigInt) })
}

/** Each text once, in the order in which they first appear, and for each row the place of its text. */
export const dictionaryData = (texts: Texts): Data<Dictionary<Utf8 | LargeUtf8, Int32>> => {
  const places = new Map<string, number>()
  const indices = new Int32Array(texts.length)
  texts.forEach((text, row) => {
    if (text === undefined) return
    const place = places.get(text) ?? places.size
    if (place === places.size) places.set(text, place)
    indices[row] = place
  })
  const { nullCount, nullBitmap } = validityOf(texts.length, (row) => texts[row] !== undefined)
  const words: Data<Utf8 | LargeUtf8> = textData([...places.keys()])
  return makeData({
    type: new Dictionary(words.type, new Int32()),
    length: texts.length,
    nullCount,
    nullBitmap,
    data: indices,
    dictionary: makeVector(words),
  })
}
