/** A mean with one more value, which has a share of the weight of all: exact where both are equal, and without overflow. */
export const blend = (mean: number, value: number, share: number): number => {
  if (share === 1) return value
  const distance = value - mean
  return Number.isFinite(distance) ? mean + distance * share : mean * (1 - share) + value * share
}
