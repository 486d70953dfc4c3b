import { column } from '../../src/ops/index.ts'
import type { Order } from '../../src/types/query/index.ts'
import { fieldColumns } from './fieldColumns.ts'
import { readColumn } from './readColumns.ts'

/** The server's own names of columns, which are sent as they stand. */
const isWireName = (text: string): boolean =>
  text.startsWith('summary_metrics.') ||
  (text.startsWith('config.') && text.endsWith('.value')) ||
  /^[a-z]+(_[a-z]+)+$/.test(text)

/** The order of `--order`: `-summary.accuracy`, `createdAt`, or the server's spelling, `-summary_metrics.accuracy`. */
export const readOrder = (text: string | undefined): Order | string | undefined => {
  if (text === undefined) return undefined
  const name = text.replace(/^[+-]/, '')
  if (isWireName(name)) return text
  const direction = text.startsWith('-') ? 'desc' : 'asc'
  const known = fieldColumns.get(name)
  if (known !== undefined) return [{ column: known, direction }]
  const read = readColumn(name)
  if (read._tag !== 'At') return text
  const path = (read.paths.at(-1) ?? []) as [string, ...Array<string>]
  return [{ column: column[read.dict](...path), direction }]
}
