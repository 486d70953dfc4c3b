/** Where less of a column would be left, it is better to leave out another. */
const LEAST = 12

const total = (widths: ReadonlyArray<number>, gap: number): number =>
  widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1)

/**
 * Widths that make a table fit: the widest columns give room first, columns that cannot be cut never, and where that is
 * not enough, the last columns are left out.
 *
 * @param wanted - What each column would take, and whether it can be cut.
 */
export const fitColumns = (
  wanted: ReadonlyArray<{ readonly width: number; readonly cut: boolean }>,
  room: number,
  gap: number,
): ReadonlyArray<number> => {
  for (let count = wanted.length; count > 1; count -= 1) {
    const kept = wanted.slice(0, count)
    const widest = Math.max(...kept.map(({ width }) => width))
    for (let most = widest; most >= Math.min(widest, LEAST); most -= 1) {
      const widths = kept.map(({ width, cut }) => (cut ? Math.min(width, most) : width))
      if (total(widths, gap) <= room) return widths
    }
  }
  return wanted.slice(0, 1).map(({ width }) => Math.max(1, Math.min(width, room)))
}
