import * as E from 'fp-ts/lib/Either.js'
import type { Column } from '../Column.ts'
import { fieldNames } from '../columnNames.ts'
import { type InvalidQuery, invalidQuery } from '../Filter.ts'
import type { Order } from '../Order.ts'
import { parseOrder } from '../parseOrder.ts'
import { toOrder } from './toOrder.ts'

/** An order as the server reads it. */
export interface ServerOrder {
  readonly text: string
  /** The column that it sorts by; `undefined` if records do not have it. */
  readonly column: Column | undefined
}

/** Columns that the server sorts by and records do not have. */
const SERVER_ONLY =
  /^(?:exitcode|(?:input|output)(?:Artifacts|_artifacts)|updated(?:At|_at)|(?:tags|keys_info\.keys)\.[^,]+)$/

const createdAt: Column = { _tag: 'Field', name: 'createdAt' }

const serialize = (order: Order): E.Either<InvalidQuery, ServerOrder> =>
  E.map((text: string): ServerOrder => ({ text, column: order.length === 0 ? createdAt : order[0]?.column }))(
    toOrder(order),
  )

const serializeText = (text: string): E.Either<InvalidQuery, ServerOrder> => {
  const name = text.replace(/^[+-]/, '').trim()
  const sent = `${text.startsWith('-') ? '-' : '+'}${name}`
  if (SERVER_ONLY.test(name)) return E.right({ text: sent, column: undefined })
  const order = parseOrder(text)
  if (E.isLeft(order)) return order
  const serialized = serialize(order.right)
  const field = fieldNames.get(name)
  // The server sorts by more of its fields than are documented for orders, and its `name` is the id.
  return E.isLeft(serialized) && field !== undefined
    ? E.right({ text: sent, column: { _tag: 'Field', name: field } })
    : serialized
}

/**
 * Translates an order for the server. A text may use our names of columns as well as the server's, and those of columns
 * that only the server has.
 */
export const serverOrder = (order: unknown): E.Either<InvalidQuery, ServerOrder> => {
  if (typeof order === 'string') return serializeText(order)
  // `toOrder` checks the terms, because a stored order may not match its type.
  if (Array.isArray(order)) return serialize(order as Order)
  return E.left(
    invalidQuery(['order'], 'must be an Order, or a column such as "+created_at" or "-summary_metrics.loss"'),
  )
}
