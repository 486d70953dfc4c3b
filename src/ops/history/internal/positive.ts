/** The number where it is positive and finite, else another. */
export const positive = (value: number | undefined, otherwise: number): number =>
  value !== undefined && value > 0 && value < Number.POSITIVE_INFINITY ? value : otherwise
