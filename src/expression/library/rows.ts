import { isDict } from '../../types/wire/own.ts'
import { anyType, numberType, type Type } from '../types/Type.ts'
import { receiverOf } from '../types/typeOf.ts'
import type { Cell, Evaluation, LibraryParameter } from '../values/LibraryOperation.ts'
import { groupKeys } from './groupKeys.ts'

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

/** The elements with the same key. */
export interface KeyGroup {
  readonly key: unknown
  readonly rows: ReadonlyArray<Cell>
}

/** The words that an element takes in a group that grows, and those of each group. */
const GROUPED = 3
const GROUP = 40

/** Groups elements by key, in order of first appearance; equal keys share an entry of the map. */
export const groupByKey = (
  items: ReadonlyArray<Cell>,
  keyOf: RowFunction,
  evaluation: Evaluation,
): ReadonlyMap<unknown, KeyGroup> => {
  const byKey = new Map<unknown, { readonly key: unknown; readonly rows: Array<Cell> }>()
  const nameOf = groupKeys(evaluation)
  evaluation.claimMemory(items.length * GROUPED)
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]
    const key = evaluation.plain(keyOf(item, index)) ?? null
    const name = nameOf(key)
    const group = byKey.get(name)
    if (group === undefined) {
      evaluation.claimMemory(GROUP)
      byKey.set(name, { key, rows: [item] })
    } else group.rows.push(item)
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
