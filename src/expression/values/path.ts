import { fastPropertyReader } from '../../ops/ownValue.ts'
import { isIndex, memberAt } from '../../query/keyPath.ts'
import { isDict, setOwn } from '../../types/wire/own.ts'
import { showType } from '../types/showType.ts'
import { anyType, dictType, listType, maybeType, noneType, type Type, unionType } from '../types/Type.ts'
import { type Cells, isUntagged } from './cells.ts'
import type { Cell, Evaluation } from './LibraryOperation.ts'

/** Whether a key may be read as a path. */
export const isKeyPath = (key: string): boolean => /[.*\\]/.test(key)

/** Splits a key at its dots; `\\.` is a literal dot. */
export const splitKeyPath = (key: string): ReadonlyArray<string> =>
  key.split(/(?<!\\)\./).map((part) => part.replaceAll('\\.', '.'))

/** Follows the parts of a path from an index on; `*` keeps the keys of a dict and the positions of a list. */
const follow = (cell: Cell, parts: ReadonlyArray<string>, index: number, evaluation: Evaluation): Cell => {
  const part = parts[index]
  if (part === undefined) return cell ?? null
  const value = evaluation.valueOf(cell)
  if (typeof value !== 'object' || value === null) return evaluation.keep(null, cell)
  if (part !== '*') return evaluation.keep(follow(memberAt(value, part), parts, index + 1, evaluation), cell)
  if (Array.isArray(value)) {
    evaluation.spendBudget(value.length)
    evaluation.createList(value.length)
    return evaluation.keep(
      value.map((item) => follow(item, parts, index + 1, evaluation)),
      cell,
    )
  }
  if (!isDict(value)) return evaluation.keep(null, cell)
  const entries = Object.entries(value)
  evaluation.spendBudget(entries.length)
  evaluation.createDict(entries.length)
  const found = evaluation.makeDict()
  for (const [key, item] of entries) setOwn(found, key, follow(item, parts, index + 1, evaluation))
  return evaluation.keep(found, cell)
}

/** Returns the value of a dict at a key, looked up exactly, or else as a path; `null` if there is none. */
export const getPath = (value: unknown, key: string, evaluation: Evaluation): Cell => {
  if (!isDict(value)) return null
  if (Object.hasOwn(value, key)) return value[key] ?? null
  evaluation.readCharacters(key.length)
  if (!isKeyPath(key)) return null
  evaluation.spendBudget(key.length)
  return follow(value, splitKeyPath(key), 0, evaluation)
}

/** The type at a literal path: an index is an element of a list, and `*` maps over all values. */
const pathType = (type: Type, parts: ReadonlyArray<string>): Type => {
  const [part, ...rest] = parts
  if (part === undefined) return type
  switch (type._tag) {
    case 'Maybe':
      return maybeType(pathType(type.of, parts))
    case 'Union':
      return unionType(type.members.map((member) => pathType(member, parts)))
    case 'List':
      if (part === '*') return listType(pathType(type.of, rest))
      return isIndex(part) ? maybeType(pathType(type.of, rest)) : noneType
    case 'Dict':
      if (part === '*') {
        const entries: Record<string, Type> = {}
        for (const [key, entry] of Object.entries(type.entries)) setOwn(entries, key, pathType(entry, rest))
        return dictType(entries, type.others && pathType(type.others, rest))
      }
      if (Object.hasOwn(type.entries, part)) return pathType(type.entries[part] ?? anyType, rest)
      return type.others === undefined ? noneType : maybeType(pathType(type.others, rest))
    case 'Any':
    case 'Record':
    case 'Opaque':
      return anyType
    default:
      return noneType
  }
}

/** The type of a dict's value at a literal key. */
const keyType = (type: Type & { readonly _tag: 'Dict' }, key: string): Type => {
  if (Object.hasOwn(type.entries, key)) return type.entries[key] ?? anyType
  // A dict with other entries may have the exact key, and then its dots are not a path.
  if (isKeyPath(key) && type.others === undefined) return pathType(type, splitKeyPath(key))
  if (isKeyPath(key)) return anyType
  return type.others === undefined ? noneType : maybeType(type.others)
}

/** Returns the element at an index, counted from the end if negative; `null` if out of range. */
export const elementAt = (items: ReadonlyArray<Cell>, index: number): Cell =>
  Number.isInteger(index) ? (items[index < 0 ? items.length + index : index] ?? null) : null

/** Returns the element of a list at an index, or the value of a dict at a key; a string maps over a list. */
export const subscriptCell = (cells: Cells, cell: Cell, key: unknown): Cell => {
  if (key === null) return cells.keep(null, cell)
  const value = cells.valueOf(cell)
  if (Array.isArray(value)) {
    if (typeof key === 'number') return cells.keep(elementAt(value, key), cell)
    if (Array.isArray(key)) {
      cells.spendBudget(key.length)
      cells.createList(key.length)
      return cells.keep(
        key.map((index) => (typeof index === 'number' ? elementAt(value, index) : null)),
        cell,
      )
    }
    cells.spendBudget(value.length)
    cells.createList(value.length)
    return cells.keep(
      value.map((item) => subscriptCell(cells, item, key)),
      cell,
    )
  }
  return cells.keep(typeof key === 'string' ? getPath(value, key, cells) : null, cell)
}

/** `subscriptCell` with a literal key: filtering and grouping 100,000 runs takes 17 % less time. */
export const fastSubscript = (cells: Cells, key: string): ((cell: Cell) => Cell) => {
  const find = fastPropertyReader(key)
  const picked = (cell: Cell): Cell => {
    if (isUntagged(cell) && isDict(cell)) return find(cell) ?? getPath(cell, key, cells)
    const value = cells.valueOf(cell)
    if (Array.isArray(value)) {
      cells.spendBudget(value.length)
      cells.createList(value.length)
      return cells.keep(value.map(picked), cell)
    }
    const found = isDict(value) ? find(value) : undefined
    return cells.keep(found === undefined ? getPath(value, key, cells) : found, cell)
  }
  return picked
}

const isText = (type: Type): boolean => type._tag === 'Scalar' && type.name === 'string'

/** The type of a subscript that finds nothing: a string maps over lists all the same. */
const missingType = (type: Type): Type => {
  switch (type._tag) {
    case 'List':
      return listType(missingType(type.of))
    case 'Maybe':
      return maybeType(missingType(type.of))
    case 'Union':
      return unionType(type.members.map(missingType))
    default:
      return noneType
  }
}

/** The type of a subscript; a string is the failure message. */
export const subscriptType = (type: Type, key: Type, constant: unknown): Type | string => {
  if (key._tag === 'None' && (type._tag === 'List' || type._tag === 'Dict')) return noneType
  switch (type._tag) {
    case 'Maybe': {
      const inner = subscriptType(type.of, key, constant)
      return typeof inner === 'string' ? inner : maybeType(inner)
    }
    case 'List': {
      if (key._tag === 'Scalar' && key.name === 'number') return maybeType(type.of)
      if (key._tag === 'List') return listType(maybeType(type.of))
      // The element at null is null.
      if (key._tag === 'Maybe' && isText(key.of)) {
        const found = subscriptType(type, key.of, constant)
        return typeof found === 'string' ? found : maybeType(found)
      }
      if (!isText(key)) return anyType
      const inner = subscriptType(type.of, key, constant)
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
    case 'Union': {
      const found = type.members.map((member) => subscriptType(member, key, constant))
      const [first] = found
      // A member that cannot be indexed is null there.
      return found.every((inner) => typeof inner === 'string') && first !== undefined
        ? first
        : unionType(
            found.map((inner, index) =>
              typeof inner === 'string' ? missingType(type.members[index] ?? noneType) : inner,
            ),
          )
    }
    default:
      return anyType
  }
}
