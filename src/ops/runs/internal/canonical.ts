const spelled = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`
  if (value instanceof Date) return `time ${value.getTime()}`
  if (Array.isArray(value)) return `[${value.map(spelled)}]`
  const dict = value as Readonly<Record<string, unknown>>
  return `{${Object.keys(dict)
    .sort()
    .map((key) => `${spelled(key)}:${spelled(dict[key])}`)}}`
}

/** Whether a value is told from others by what it holds, not by what it is. */
export const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null

/** A text that is the same for lists, dicts and moments that hold the same, a dict's keys in any order. */
export const canonical: (value: object) => string = spelled

/** Whether two values are of one group: of one type and the same, `NaN` and `NaN` too, 0 and -0 too. */
export const isAlike = (one: unknown, other: unknown): boolean =>
  one === other ||
  (isHolder(one) && isHolder(other) ? canonical(one) === canonical(other) : Number.isNaN(one) && Number.isNaN(other))
