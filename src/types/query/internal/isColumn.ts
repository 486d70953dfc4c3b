import { isObject } from '../../codec/isObject.ts'
import type { Column } from '../Column.ts'

/** Whether a value has the shape of a column: a stored query need not match its type. */
export const isColumn = (u: unknown): u is Column => {
  if (!isObject(u)) return false
  switch (u['_tag']) {
    case 'Field':
      return typeof u['name'] === 'string'
    case 'History':
      return typeof u['key'] === 'string' && typeof u['figure'] === 'string'
    case 'Config':
    case 'Summary':
    case 'SystemMetrics':
      return Array.isArray(u['path']) && u['path'].every((key) => typeof key === 'string')
    default:
      return false
  }
}
