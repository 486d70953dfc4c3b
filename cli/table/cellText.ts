import { json } from '../json.ts'
import { visible } from '../visible.ts'

/** What a cell of a table shows. Numbers are rounded to six digits. */
export const cellText = (value: unknown): string => {
  if (value === undefined || value === null) return '–'
  if (typeof value === 'number')
    return Number.isInteger(value) || !Number.isFinite(value) ? `${value}` : `${Number(value.toPrecision(6))}`
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? '–'
      : value
          .toISOString()
          .replace('T', ' ')
          .replace(/(\.\d+)?Z$/, '')
  if (typeof value === 'string') return visible(value)
  return typeof value === 'object' ? visible(json(value)) : visible(String(value))
}
