import * as E from 'fp-ts/lib/Either.js'
import { own } from '../../../types/codec/own.ts'
import { columnNamed } from '../../../types/query/wireColumn.ts'

/** What an order goes by, where that is a value of the config or the summary. */
export interface OrderValue {
  readonly dict: 'config' | 'summary'
  /** The keys that lead to the value. */
  readonly path: ReadonlyArray<string>
}

/** The value that an order goes by; `undefined` where it is a column of the run itself. */
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

/** The value that an order goes by. As for the server, a dot leads one level down and is in no key. */
export const valueIn = (dict: unknown, path: ReadonlyArray<string>): unknown => path.reduce<unknown>(member, dict)

/** Whether a value can be the best of all: what is missing, `NaN`, or no single value cannot. */
export const canBeBest = (value: unknown): boolean =>
  typeof value === 'number' ? !Number.isNaN(value) : typeof value === 'string' || typeof value === 'boolean'
