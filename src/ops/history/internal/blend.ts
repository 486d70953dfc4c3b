/** Adds a value with a share of the total weight to a mean; exact when both are equal, and without overflow. */
export const blend = (mean: number, value: number, share: number): number => {
  if (share === 1) return value
  const distance = value - mean
  return Number.isFinite(distance) ? mean + distance * share : mean * (1 - share) + value * share
}
