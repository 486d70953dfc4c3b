const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB']

/** Formats bytes in the largest decimal unit of which there is at least 1, to two decimals. */
export const byteText = (bytes: number): string | null => {
  if (!Number.isFinite(bytes)) return null
  let unit = 0
  let size = bytes
  // A value that would round to 1000 moves to the next unit.
  while (Math.abs(size) >= (unit === 0 ? 1000 : 999.995) && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(2)}${units[unit]}`
}
