const WORD = 2 ** 32

/**
 * Writes integers times a factor as 64-bit integers, each as two words, the low one first; 0 for NaN.
 *
 * A `BigInt` per value takes ten times as long.
 */
export const writeInt64 = (
  values: Float64Array | Int32Array,
  from: number,
  count: number,
  factor: number,
  words: Int32Array,
): void => {
  for (let at = 0; at < count; at += 1) {
    const value = values[from + at] as number
    const scaled = value * factor
    if (Math.abs(scaled) <= Number.MAX_SAFE_INTEGER || Number.isNaN(scaled)) {
      words[2 * at] = scaled
      words[2 * at + 1] = Math.floor(scaled / WORD)
    } else {
      const exact = BigInt(value) * BigInt(factor)
      words[2 * at] = Number(BigInt.asIntN(32, exact))
      words[2 * at + 1] = Number(exact >> 32n)
    }
  }
}

/** Converts integers to 64-bit ones. */
export const toInt64 = (values: Float64Array | Int32Array): BigInt64Array<ArrayBuffer> => {
  const all = new BigInt64Array(values.length)
  writeInt64(values, 0, values.length, 1, new Int32Array(all.buffer))
  return all
}
