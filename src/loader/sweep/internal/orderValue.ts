import * as E from 'fp-ts/lib/Either.js'
import { own } from '../../../types/codec/own.ts'
import { columnNamed } from '../../../types/query/wireColumn.ts'

/** The config or summary value that an order sorts by. */
export interface OrderValue {
  readonly dict: 'config' | 'summary'
  /** The keys to the value. */
  readonly path: ReadonlyArray<string>
}

/** The value that an order sorts by; `undefined` for a column of the run itself. */
export const orderValue = (order: string): OrderValue | undefined => {
  const column = columnNamed(order.replace(/^[+-]/, ''))
  if (E.isLeft(column)) return undefined
  if (column.right._tag === 'Config') return { dict: 'config', path: column.right.path }
  return column.right._tag === 'Summary' ? { dict: 'summary', path: column.right.path } : undefined
}

const INDEX = /^(0|[1-9]\d*)$/

const member = (value: unknown, key: string): unknown => {
  if (typeof value !== 'object' || value === null || (Array.isArray(value) && !INDEX.test(key))) return undefined
  return own(value as Readonly<Record<string, unknown>>, key)
}

/** The value at a path. As on the server, a dot always separates levels and is never part of a key. */
export const valueIn = (dict: unknown, path: ReadonlyArray<string>): unknown => path.reduce<unknown>(member, dict)

/** Whether a run with this value can be the best: not if it is missing, `NaN`, or not a scalar. */
export const canBeBest = (value: unknown): boolean =>
  typeof value === 'number' ? !Number.isNaN(value) : typeof value === 'string' || typeof value === 'boolean'
