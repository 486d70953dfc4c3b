import * as E from 'fp-ts/lib/Either.js'
import { columnLabel } from '../../src/query/Column.ts'
import { serverOrder } from '../../src/query/mongo/serverOrder.ts'
import type { Order } from '../../src/query/Order.ts'
import { parseOrder } from '../../src/query/parseOrder.ts'
import type { Args } from '../arguments/Command.ts'
import { usageError } from '../output/ExitError.ts'
import type { RunColumn } from './RunColumn.ts'
import { readColumns } from './readColumns.ts'

/** The order of lists that people read. */
export const NEWEST_FIRST = '-createdAt'

/** Reads `--order`: `-summary.accuracy`, `createdAt`, or a column that only the server has. */
export const readOrder = (args: Args): Order | string | undefined => {
  const text = args.value('order')
  if (text === undefined) return undefined
  const order = parseOrder(text)
  if (E.isRight(order)) return order.right
  if (E.isLeft(serverOrder(text))) throw usageError(`Invalid --order: ${order.left.reason}.`)
  return text
}

/** Returns the columns of `--order`. */
export const orderColumns = (args: Args): ReadonlyArray<RunColumn> => {
  const order = readOrder(args)
  return typeof order === 'object' ? order.flatMap(({ column }) => readColumns([columnLabel(column)])) : []
}
