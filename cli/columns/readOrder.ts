import { column } from '../../src/query/index.ts'
import type { Order } from '../../src/query/Order.ts'
import type { Args } from '../arguments/Command.ts'
import { fieldColumns } from './fieldColumns.ts'
import { readColumn } from './readColumns.ts'

/** Whether this is the server's own name of a column, which is sent unchanged. */
const isWireName = (text: string): boolean =>
  text.startsWith('summary_metrics.') ||
  (text.startsWith('config.') && text.endsWith('.value')) ||
  /^[a-z]+(_[a-z]+)+$/.test(text)

/** Reads `--order`: `-summary.accuracy`, `createdAt`, or the server's spelling, `-summary_metrics.accuracy`. */
export const readOrder = (args: Args): Order | string | undefined => {
  const text = args.value('order')
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
