const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** A count, with its thousands apart. */
export const count = (n: number): string => grouped.format(n)

/** A count with its noun: `1 run`, `600 runs`. */
export const counted = (n: number, noun: string): string => `${count(n)} ${noun}${n === 1 ? '' : 's'}`

/** A number with at most six digits that count. */
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
    ? 'no time'
    : date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC')

/** What a cell of a table shows of a value. */
export const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return value
  if (value instanceof Date) return timeText(value)
  if (Array.isArray(value))
    return value.length > 12 ? counted(value.length, 'element') : `[${value.map(cellText).join(', ')}]`
  if (typeof value !== 'object') return String(value)
  const entries = Object.entries(value)
  const shown = entries.slice(0, 12).map(([key, part]) => `${key}: ${cellText(part)}`)
  return `{${[...shown, ...(entries.length > shown.length ? ['…'] : [])].join(', ')}}`
}
