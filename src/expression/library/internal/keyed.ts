import { groupKeyText } from '../groupKeyText.ts'
import type { Cell, Evaluation } from '../LibraryOperation.ts'
import type { RowFunction } from './rowFunction.ts'

/** The elements that have one key. */
export interface Keyed {
  readonly key: unknown
  readonly rows: ReadonlyArray<Cell>
}

/** The elements by their keys, in the order in which keys first appear; equal keys have the same name in the map. */
export const keyed = (
  items: ReadonlyArray<Cell>,
  keyOf: RowFunction,
  evaluation: Evaluation,
): ReadonlyMap<unknown, Keyed> => {
  const byKey = new Map<unknown, { readonly key: unknown; readonly rows: Array<Cell> }>()
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]
    const key = evaluation.plain(keyOf(item, index)) ?? null
    const name = groupKeyText(key, evaluation.spend)
    const group = byKey.get(name)
    if (group === undefined) byKey.set(name, { key, rows: [item] })
    else group.rows.push(item)
  }
  return byKey
}

/** As `keyed`, for joins: `null` matches nothing, so that each element without a key stands alone. */
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
