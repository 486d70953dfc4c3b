import { isObject } from '../../../types/codec/isObject.ts'
import { own } from '../../../types/codec/own.ts'

export type Dict = Readonly<Record<string, unknown>>

/** The value at a key of any part of a spec; `undefined` if the part is not an object. */
export const at = (u: unknown, key: string): unknown => (isObject(u) ? own(u, key) : undefined)

export const textAt = (u: unknown, key: string): string | undefined => {
  const text = at(u, key)
  return typeof text === 'string' ? text : undefined
}

export const listAt = (u: unknown, key: string): ReadonlyArray<unknown> | undefined => {
  const list = at(u, key)
  return Array.isArray(list) ? list : undefined
}

/** Deeper than any real spec, and well within the stack. */
export const DEEPEST = 100
