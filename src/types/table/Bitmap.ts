/**
 * One bit per row, least significant bit first, in a multiple of eight bytes, as in Apache Arrow.
 *
 * @category Tables
 * @since 0.2.0
 */
export type Bitmap = Uint8Array

/** Creates a bitmap of zeros. */
export const emptyBitmap = (length: number): Bitmap => new Uint8Array(Math.ceil(length / 64) * 8)

/** Returns whether the bit of a row is set. */
export const hasBit = (bitmap: Bitmap, row: number): boolean =>
  (((bitmap[row >>> 3] as number) >>> (row & 7)) & 1) === 1

/** Sets the bit of a row. */
export const setBit = (bitmap: Bitmap, row: number): void => {
  bitmap[row >>> 3] = (bitmap[row >>> 3] as number) | (1 << (row & 7))
}
