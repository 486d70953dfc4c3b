const canonical = (value: unknown, spendBudget: (elements: number) => void): string => {
  if (value instanceof Date) return `date ${value.getTime()}`
  if (Array.isArray(value)) {
    spendBudget(value.length)
    return `[${value.map((item) => canonical(item, spendBudget)).join()}]`
  }
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : String(value ?? null)
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  spendBudget(entries.length)
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part, spendBudget)}`).join()}}`
}

/**
 * Converts a group key to a `Map` key: equal keys, by type and value, have equal results. Dates are compared by time, and
 * dicts regardless of the order of their keys.
 */
export const groupKeyText = (key: unknown, spendBudget: (elements: number) => void): unknown => {
  if (typeof key === 'string') return key.startsWith('key ') || key.startsWith('text ') ? `text ${key}` : key
  if (typeof key !== 'object' || key === null) return key ?? null
  return `key ${canonical(key, spendBudget)}`
}
