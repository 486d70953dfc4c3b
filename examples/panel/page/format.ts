const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** Formats a count with thousands separators. */
export const count = (n: number): string => grouped.format(n)

/** Formats a count with its noun: `1 run`, `600 runs`. */
export const pluralize = (n: number, noun: string): string => `${count(n)} ${noun}${n === 1 ? '' : 's'}`

/** Formats a number with at most six significant digits. */
export const numberText = (value: number): string => {
  if (!Number.isFinite(value)) return String(value)
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value)
  const size = Math.abs(value)
  return size >= 1e-4 && size < 1e9
    ? String(Number(value.toPrecision(6)))
    : Number(value.toPrecision(6)).toExponential()
}

const timeText = (date: Date): string =>
  Number.isNaN(date.getTime())
    ? 'invalid date'
    : date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC')

/** Formats a value for a table cell. */
export const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return value
  if (value instanceof Date) return timeText(value)
  if (Array.isArray(value))
    return value.length > 12 ? pluralize(value.length, 'element') : `[${value.map(cellText).join(', ')}]`
  if (typeof value !== 'object') return String(value)
  const entries = Object.entries(value)
  const shown = entries.slice(0, 12).map(([key, part]) => `${key}: ${cellText(part)}`)
  return `{${[...shown, ...(entries.length > shown.length ? ['…'] : [])].join(', ')}}`
}
