/** A column to print. */
interface Wanted {
  /** The width of its longest text. */
  readonly width: number
  /** Whether texts may be cut: numbers and times are shown whole or not at all. */
  readonly canCut: boolean
}

/** Columns are left out rather than cut below this width. */
const MIN_WIDTH = 12

const total = (widths: ReadonlyArray<number>, gap: number): number =>
  widths.reduce((sum, width) => sum + width, gap * Math.max(0, widths.length - 1))

/** Cuts the widest columns until all fit; `undefined` if they do not. */
const cutWidest = (
  columns: ReadonlyArray<Wanted>,
  maxWidth: number,
  gap: number,
): ReadonlyArray<number> | undefined => {
  const widest = columns.reduce((most, { width }) => Math.max(most, width), 0)
  for (let most = widest; most >= Math.min(widest, MIN_WIDTH); most -= 1) {
    const widths = columns.map(({ width, canCut }) => (canCut ? Math.min(width, most) : width))
    if (total(widths, gap) <= maxWidth) return widths
  }
  return undefined
}

/**
 * Returns the widths of the first columns that fit beside each other: the widest are cut first, and if that is not enough,
 * the last are left out. There is at least one, if there is any.
 */
export const fitWidths = (columns: ReadonlyArray<Wanted>, maxWidth: number, gap: number): ReadonlyArray<number> => {
  const most = Math.max(1, Math.min(columns.length, Math.floor((maxWidth + gap) / (1 + gap))))
  for (let count = most; count > 1; count -= 1) {
    const widths = cutWidest(columns.slice(0, count), maxWidth, gap)
    if (widths !== undefined) return widths
  }
  return columns.slice(0, 1).map(({ width }) => Math.max(1, Math.min(width, maxWidth)))
}
