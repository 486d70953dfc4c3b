import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import { toJson } from '../text/toJson.ts'

/** Formats a cell of a table. Numbers are rounded to six significant digits. */
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
  if (typeof value === 'string') return escapeControl(value)
  return typeof value === 'object' ? escapeControl(toJson(value)) : escapeControl(String(value))
}
