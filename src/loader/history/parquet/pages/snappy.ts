import { readVarint } from './compact.ts'
import { damage } from './damage.ts'

/** The most bytes that Snappy makes of one. */
const LARGEST_RATIO = 22

/** Throws if no Snappy of this length can hold so many bytes, before memory is allocated for them. */
export const checkSnappyRatio = (compressed: number, uncompressed: number): void => {
  if (uncompressed > LARGEST_RATIO * compressed) damage('a page is larger than its bytes can hold')
}

/** Decompresses Snappy to exactly the length of the output. */
export const decompressSnappy = (input: Uint8Array, output: Uint8Array): void => {
  const end = input.length
  if (end === 0 && output.length === 0) return
  const cursor = { bytes: input, end, at: 0 }
  if (readVarint(cursor) !== output.length) damage('a page has another size than it says')
  let { at } = cursor
  let out = 0
  while (at < end) {
    const tag = input[at] ?? 0
    at += 1
    const kind = tag & 3
    let length = (tag >>> 2) + 1
    if (kind === 0) {
      const extra = length - 60
      if (extra > 0) {
        if (at + extra > end) damage('a page ends within its bytes')
        length = 1
        for (let byte = 0; byte < extra; byte += 1) length += (input[at + byte] ?? 0) * 2 ** (8 * byte)
        at += extra
      }
      if (length > end - at || length > output.length - out) damage('a page ends within its bytes')
      if (length > 16) output.set(input.subarray(at, at + length), out)
      else for (let byte = 0; byte < length; byte += 1) output[out + byte] = input[at + byte] ?? 0
      at += length
    } else {
      const size = kind === 3 ? 4 : kind
      if (at + size > end) damage('a page ends within its bytes')
      let offset = input[at] ?? 0
      if (kind === 1) {
        length = ((tag >>> 2) & 7) + 4
        offset += (tag >>> 5) << 8
      } else for (let byte = 1; byte < size; byte += 1) offset += (input[at + byte] ?? 0) * 2 ** (8 * byte)
      at += size
      if (offset === 0 || offset > out || length > output.length - out) damage('a page copies bytes that it has not')
      for (let byte = 0; byte < length; byte += 1) output[out + byte] = output[out - offset + byte] ?? 0
    }
    out += length
  }
  if (out !== output.length) damage('a page ends within its bytes')
}
