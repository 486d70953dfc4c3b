const canonical = (value: unknown, spend: (elements: number) => void): string => {
  if (value instanceof Date) return `date ${value.getTime()}`
  if (Array.isArray(value)) {
    spend(value.length)
    return `[${value.map((item) => canonical(item, spend)).join()}]`
  }
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : String(value ?? null)
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  spend(entries.length)
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part, spend)}`).join()}}`
}

/**
 * A value for a `Map` that is the same for equal keys only: by type and value, moments by their time, the keys of dicts in
 * any order.
 */
export const groupKeyText = (key: unknown, spend: (elements: number) => void): unknown => {
  if (typeof key === 'string') return key.startsWith('key ') || key.startsWith('text ') ? `text ${key}` : key
  if (typeof key !== 'object' || key === null) return key ?? null
  return `key ${canonical(key, spend)}`
}
