import { groupKeyText } from '../groupKeyText.ts'
import type { Cell, Evaluation } from '../LibraryOperation.ts'
import type { RowFunction } from './rowFunction.ts'

/** The elements with the same key. */
export interface Keyed {
  readonly key: unknown
  readonly rows: ReadonlyArray<Cell>
}

/** Groups elements by key, in order of first appearance; equal keys share an entry of the map. */
export const keyed = (
  items: ReadonlyArray<Cell>,
  keyOf: RowFunction,
  evaluation: Evaluation,
): ReadonlyMap<unknown, Keyed> => {
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
export const keyedApart = (
  items: ReadonlyArray<Cell>,
  keyOf: RowFunction,
  evaluation: Evaluation,
): ReadonlyMap<unknown, Keyed> =>
  new Map(
    [...keyed(items, keyOf, evaluation)].flatMap(
      ([name, { key, rows }]): ReadonlyArray<[unknown, Keyed]> =>
        key === null ? rows.map((row) => [Symbol('no key'), { key, rows: [row] }]) : [[name, { key, rows }]],
    ),
  )
