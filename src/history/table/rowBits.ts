import { type Bitmap, emptyBitmap, setBit } from '../../types/table/Bitmap.ts'
import { grown } from './grown.ts'

/** Bits of rows under construction; rows without a bit so far have none set. */
export interface RowBits {
  bytes: Uint8Array
  isEmpty: boolean
}

export const rowBits = (): RowBits => ({ bytes: new Uint8Array(0), isEmpty: true })

/** Sets the bits of `count` rows from `row` on. */
export const setRows = (bits: RowBits, row: number, count: number): void => {
  if (count <= 0) return
  const end = row + count
  if (bits.bytes.length * 8 < end) bits.bytes = grown(bits.bytes, Math.ceil(end / 8))
  bits.isEmpty = false
  let at = row
  while (at < end && (at & 7) !== 0) setBit(bits.bytes, at++)
  const wholeBytes = (end - at) >>> 3
  if (wholeBytes > 0) bits.bytes.fill(255, at >>> 3, (at >>> 3) + wholeBytes)
  at += wholeBytes * 8
  while (at < end) setBit(bits.bytes, at++)
}

/** The bits of the first `length` rows; `undefined` if none is set. */
export const bitsOfRows = (bits: RowBits, length: number): Bitmap | undefined => {
  if (bits.isEmpty) return undefined
  const bitmap = emptyBitmap(length)
  bitmap.set(bits.bytes.subarray(0, Math.ceil(length / 8)))
  return bitmap
}

/** The opposite bits of the first `length` rows; `undefined` if all are set. */
export const otherBits = (bits: RowBits, length: number): Bitmap | undefined => {
  if (bits.isEmpty) return undefined
  const bitmap = emptyBitmap(length)
  const bytes = Math.ceil(length / 8)
  for (let at = 0; at < bytes; at += 1) bitmap[at] = ~(bits.bytes[at] ?? 0)
  if ((length & 7) !== 0) bitmap[bytes - 1] = (bitmap[bytes - 1] as number) & ((1 << (length & 7)) - 1)
  return bitmap
}
