import { ownValueBy } from '../../ops/ownValue.ts'
import type { Cell } from '../library/LibraryOperation.ts'
import { showType } from '../showType.ts'
import { anyType, listType, maybeType, noneType, type Type, unionType } from '../Type.ts'
import { type Cells, isBare } from './cells.ts'
import { keyType } from './pathType.ts'
import { isDict, pick } from './pick.ts'

/** Returns the element at an index, counted from the end if negative; `null` if out of range. */
export const at = (items: ReadonlyArray<Cell>, index: number): Cell =>
  Number.isInteger(index) ? (items[index < 0 ? items.length + index : index] ?? null) : null

/** Returns the element of a list at an index, or the value of a dict at a key; a key maps over a list. */
export const pickCell = (cells: Cells, cell: Cell, key: unknown): Cell => {
  const value = cells.valueOf(cell)
  if (Array.isArray(value)) {
    if (typeof key === 'number') return cells.keep(at(value, key), cell)
    if (Array.isArray(key))
      return cells.keep(
        key.map((index) => (typeof index === 'number' ? at(value, index) : null)),
        cell,
      )
    cells.spendBudget(value.length)
    return cells.keep(
      value.map((item) => pickCell(cells, item, key)),
      cell,
    )
  }
  return cells.keep(typeof key === 'string' ? pick(value, key, cells) : null, cell)
}

/** Fast path of `pickCell` for a literal key that is looked up in many dicts. */
export const pickBy = (cells: Cells, key: string): ((cell: Cell) => Cell) => {
  const find = ownValueBy(key)
  const picked = (cell: Cell): Cell => {
    if (isBare(cell) && isDict(cell)) return find(cell) ?? pick(cell, key, cells)
    const value = cells.valueOf(cell)
    if (Array.isArray(value)) {
      cells.spendBudget(value.length)
      return cells.keep(value.map(picked), cell)
    }
    const found = isDict(value) ? find(value) : undefined
    return cells.keep(found === undefined ? pick(value, key, cells) : found, cell)
  }
  return picked
}

const isText = (type: Type): boolean => type._tag === 'Scalar' && type.name === 'string'

/** The type of a subscript; a string is the failure message. */
export const pickType = (type: Type, key: Type, constant: unknown): Type | string => {
  switch (type._tag) {
    case 'Maybe': {
      const inner = pickType(type.of, key, constant)
      return typeof inner === 'string' ? inner : maybeType(inner)
    }
    case 'List': {
      if (key._tag === 'Scalar' && key.name === 'number') return maybeType(type.of)
      if (key._tag === 'List') return listType(maybeType(type.of))
      if (!isText(key)) return anyType
      const inner = pickType(type.of, key, constant)
      return typeof inner === 'string' ? inner : listType(inner)
    }
    case 'Dict': {
      if (typeof constant === 'string') return keyType(type, constant)
      if (!isText(key) && key._tag !== 'Any' && key._tag !== 'Maybe') return 'The key of a dict must be a string.'
      const values = [...Object.values(type.entries), ...(type.others ? [type.others] : [])]
      return maybeType(unionType(values))
    }
    case 'Record':
      return `${type.receiver} cannot be indexed: use one of its operations, such as run.config["lr"].`
    case 'Scalar':
      return `${showType(type)} cannot be indexed.`
    case 'None':
      return noneType
    default:
      return anyType
  }
}
