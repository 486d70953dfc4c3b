const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB']

/** A number of bytes in the largest unit that leaves at least 1, each a thousand of the one before, to two decimals. */
export const byteText = (bytes: number): string | null => {
  if (!Number.isFinite(bytes)) return null
  let unit = 0
  let size = bytes
  // What would be rounded to 1000 is 1 of the next unit.
  while (Math.abs(size) >= (unit === 0 ? 1000 : 999.995) && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(2)}${units[unit]}`
}
