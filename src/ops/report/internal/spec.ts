import { isObject } from '../../../types/codec/isObject.ts'
import { own } from '../../../types/codec/own.ts'

export type Dict = Readonly<Record<string, unknown>>

/** What stands under a key of a part of a spec, whatever that part is. */
export const at = (u: unknown, key: string): unknown => (isObject(u) ? own(u, key) : undefined)

export const textAt = (u: unknown, key: string): string | undefined => {
  const text = at(u, key)
  return typeof text === 'string' ? text : undefined
}

export const listAt = (u: unknown, key: string): ReadonlyArray<unknown> | undefined => {
  const list = at(u, key)
  return Array.isArray(list) ? list : undefined
}

/** Nobody writes a spec that is nested more deeply, and the stack reaches further. */
export const DEEPEST = 100
