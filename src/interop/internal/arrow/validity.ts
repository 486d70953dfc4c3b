/** The validity bitmap of a column; absent if every row has a value. */
export interface Validity {
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
