const serialize = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`
  if (value instanceof Date) return `time ${value.getTime()}`
  if (Array.isArray(value)) return `[${value.map(serialize)}]`
  const dict = value as Readonly<Record<string, unknown>>
  return `{${Object.keys(dict)
    .sort()
    .map((key) => `${serialize(key)}:${serialize(dict[key])}`)}}`
}

/** Whether a value is compared by content instead of by identity. */
export const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Returns a string that is equal for lists, dicts and dates with equal content; dict keys in any order. */
export const canonical: (value: object) => string = serialize

/** Whether two values fall in the same group: same type and equal, with all `NaN` equal, and 0 equal to -0. */
export const isAlike = (one: unknown, other: unknown): boolean =>
  one === other ||
  (isHolder(one) && isHolder(other) ? canonical(one) === canonical(other) : Number.isNaN(one) && Number.isNaN(other))
