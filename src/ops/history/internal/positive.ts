/** Returns the number if it is positive and finite, otherwise the fallback. */
export const positive = (value: number | undefined, fallback: number): number =>
  value !== undefined && value > 0 && value < Number.POSITIVE_INFINITY ? value : fallback
