/** Which rows of a column have a value, as Arrow keeps it: one bit a row, and none at all where every row has one. */
export interface Validity {
  readonly nullCount: number
  readonly nullBitmap: Uint8Array | undefined
}

/** One bit a row, the first row in the lowest bit of the first byte. */
export const bitsOf = (length: number, isSet: (row: number) => boolean): Uint8Array => {
  // Arrow wants room for whole words of eight bytes.
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
