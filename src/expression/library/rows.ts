import { isDict } from '../../types/wire/own.ts'
import { anyType, numberType, type Type } from '../types/Type.ts'
import { receiverOf } from '../types/typeOf.ts'
import type { Cell, Evaluation, LibraryParameter } from '../values/LibraryOperation.ts'

/** The element type of a list. */
export const elementType = (type: Type): Type =>
  type._tag === 'List' ? type.of : type._tag === 'Maybe' ? elementType(type.of) : anyType

/** The result type of a lambda. */
export const lambdaResultType = (type: Type | undefined): Type => (type?._tag === 'Function' ? type.result : anyType)

/** A function of an element and its index. */
export type RowFunction = (row: Cell, index: number) => Cell

/** A parameter for such a function. */
export const rowFunction = (name: string, description: string): LibraryParameter => ({
  name,
  type: 'function',
  description,
  frame: (receiver) => [elementType(receiver), numberType],
})

const canonical = (value: unknown, spendBudget: (elements: number) => void): string => {
  if (value instanceof Date) return `date ${value.getTime()}`
  if (Array.isArray(value)) {
    spendBudget(value.length)
    return `[${value.map((item) => canonical(item, spendBudget)).join()}]`
  }
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : String(value ?? null)
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  spendBudget(entries.length)
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part, spendBudget)}`).join()}}`
}

/**
 * Converts a group key to a `Map` key: equal keys, by type and value, have equal results. Dates are compared by time, and
 * dicts regardless of the order of their keys.
 */
export const groupKeyText = (key: unknown, spendBudget: (elements: number) => void): unknown => {
  if (typeof key === 'string') return key.startsWith('key ') || key.startsWith('text ') ? `text ${key}` : key
  if (typeof key !== 'object' || key === null) return key ?? null
  return `key ${canonical(key, spendBudget)}`
}

/** The elements with the same key. */
export interface KeyGroup {
  readonly key: unknown
  readonly rows: ReadonlyArray<Cell>
}

/** Groups elements by key, in order of first appearance; equal keys share an entry of the map. */
export const groupByKey = (
  items: ReadonlyArray<Cell>,
  keyOf: RowFunction,
  evaluation: Evaluation,
): ReadonlyMap<unknown, KeyGroup> => {
  const byKey = new Map<unknown, { readonly key: unknown; readonly rows: Array<Cell> }>()
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]
    const key = evaluation.plain(keyOf(item, index)) ?? null
    const name = groupKeyText(key, evaluation.spendBudget)
    const group = byKey.get(name)
    if (group === undefined) byKey.set(name, { key, rows: [item] })
    else group.rows.push(item)
  }
  return byKey
}

/** Groups elements for a join, where `null` matches nothing: each element without a key is a group of its own. */
export const groupForJoin = (
  items: ReadonlyArray<Cell>,
  keyOf: RowFunction,
  evaluation: Evaluation,
): ReadonlyMap<unknown, KeyGroup> =>
  new Map(
    [...groupByKey(items, keyOf, evaluation)].flatMap(
      ([name, { key, rows }]): ReadonlyArray<[unknown, KeyGroup]> =>
        key === null ? rows.map((row) => [Symbol('no key'), { key, rows: [row] }]) : [[name, { key, rows }]],
    ),
  )

/** Whether a value is a dict that is not a record. */
export const isDictValue = (value: unknown): value is Readonly<Record<string, Cell>> =>
  isDict(value) && receiverOf(value) === undefined
