import type { Column } from './Column.ts'

const IDENTIFIER = /^[$_\p{ID_Start}][$\p{ID_Continue}]*$/u

/** A property access in JavaScript syntax. */
const keyAccess = (key: string): string => (IDENTIFIER.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`)

const dicts = { Config: 'config', Summary: 'summary', SystemMetrics: 'systemMetrics' } as const

/** A column as shown to users: `state`, `config.optimizer.lr`, `summary["val/loss"]`, `history.loss.min`. */
export const columnWords = (column: Column): string => {
  switch (column._tag) {
    case 'Field':
      return column.name
    case 'History':
      return `history${keyAccess(column.key)}.${column.figure}`
    default:
      return dicts[column._tag] + column.path.map(keyAccess).join('')
  }
}
