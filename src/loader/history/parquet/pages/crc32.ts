const POLYNOMIAL = 0xedb88320

const makeTables = (): ReadonlyArray<Int32Array> => {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1
    return value
  })
  const tables = [first]
  for (let table = 1; table < 4; table += 1)
    tables.push((tables[table - 1] ?? first).map((value) => (value >>> 8) ^ (first[value & 0xff] ?? 0)))
  return tables
}

let tables: ReadonlyArray<Int32Array> | undefined

/** The checksum of bytes, as a signed number of 32 bits. */
export const crc32 = (bytes: Uint8Array): number => {
  tables ??= makeTables()
  const [one, two, three, four] = tables as readonly [Int32Array, Int32Array, Int32Array, Int32Array]
  let crc = -1
  let at = 0
  // Four bytes at a time take less than half of the time.
  for (; at + 4 <= bytes.length; at += 4) {
    crc ^= (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)
    crc =
      (four[crc & 0xff] ?? 0) ^
      (three[(crc >>> 8) & 0xff] ?? 0) ^
      (two[(crc >>> 16) & 0xff] ?? 0) ^
      (one[crc >>> 24] ?? 0)
  }
  for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ (one[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0)
  return ~crc
}
