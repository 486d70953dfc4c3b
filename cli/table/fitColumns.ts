/** Columns are dropped rather than cut below this width. */
const MIN_WIDTH = 12

const total = (widths: ReadonlyArray<number>, gap: number): number =>
  widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1)

/**
 * Returns the column widths that make a table fit: the widest columns are cut first, and if that is not enough, the last
 * columns are dropped.
 *
 * @param wanted - The full width of each column, and whether it can be cut.
 */
export const fitColumns = (
  wanted: ReadonlyArray<{ readonly width: number; readonly cut: boolean }>,
  maxWidth: number,
  gap: number,
): ReadonlyArray<number> => {
  for (let count = wanted.length; count > 1; count -= 1) {
    const shown = wanted.slice(0, count)
    const widest = Math.max(...shown.map(({ width }) => width))
    for (let most = widest; most >= Math.min(widest, MIN_WIDTH); most -= 1) {
      const widths = shown.map(({ width, cut }) => (cut ? Math.min(width, most) : width))
      if (total(widths, gap) <= maxWidth) return widths
    }
  }
  return wanted.slice(0, 1).map(({ width }) => Math.max(1, Math.min(width, maxWidth)))
}
