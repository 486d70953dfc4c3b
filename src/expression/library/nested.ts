import { setOwn } from '../../types/codec/setOwn.ts'
import { markMade } from '../internal/cells.ts'
import { dictType, listType, maybeType, noneType, type Type, unionType } from '../Type.ts'
import { elementOf } from './elementOf.ts'
import { isDict } from './internal/isDict.ts'
import { isNone } from './internal/isNone.ts'
import type { Cell, Evaluation, LibraryOperation } from './LibraryOperation.ts'

const concat = (items: ReadonlyArray<Cell>, evaluation: Evaluation): ReadonlyArray<Cell> =>
  items.flatMap((item) => {
    const value = evaluation.valueOf(item)
    if (isNone(value)) return []
    if (!Array.isArray(value)) return [item]
    evaluation.spend(value.length)
    return evaluation.itemsOf(item)
  })

const concatType = (type: Type): Type => {
  switch (type._tag) {
    case 'Maybe':
      return concatType(type.of)
    case 'List':
      return type.of
    case 'Union':
      return unionType(type.members.map(concatType))
    case 'None':
      return noneType
    default:
      return type
  }
}

const flatten = (items: ReadonlyArray<Cell>, evaluation: Evaluation): ReadonlyArray<Cell> =>
  items.flatMap((item) => {
    const value = evaluation.valueOf(item)
    if (!Array.isArray(value)) return [item]
    evaluation.spend(value.length)
    return flatten(evaluation.itemsOf(item), evaluation)
  })

const flatType = (type: Type): Type => {
  switch (type._tag) {
    case 'Maybe':
      return maybeType(flatType(type.of))
    case 'List':
      return flatType(type.of)
    case 'Union':
      return unionType(type.members.map(flatType))
    default:
      return type
  }
}

/** The rows of one dict: its lists side by side, the rest again in each. */
const rowsOf = (row: Cell, evaluation: Evaluation): ReadonlyArray<Cell> => {
  const dict = evaluation.valueOf(row)
  if (!isDict(dict)) return [row]
  const columns = Object.entries(dict).map(([key, cell]) => {
    const value = evaluation.valueOf(cell)
    return { key, cell, items: Array.isArray(value) ? evaluation.itemsOf(cell) : undefined }
  })
  if (columns.every(({ items }) => items === undefined)) return [row]
  const count = columns.reduce((longest, { items }) => Math.max(longest, items?.length ?? 0), 1)
  evaluation.spend(count * columns.length)
  return Array.from({ length: count }, (_, place) => {
    const made: Record<string, Cell> = {}
    for (const { key, cell, items } of columns)
      setOwn(made, key, items === undefined ? (cell ?? null) : (items[place] ?? null))
    return evaluation.keep(markMade(made), row)
  })
}

const cellType = (type: Type): Type => {
  switch (type._tag) {
    case 'List':
      return maybeType(type.of)
    case 'Maybe':
      return maybeType(cellType(type.of))
    case 'Union':
      return unionType(type.members.map(cellType))
    default:
      return type
  }
}

const rowType = (type: Type): Type => {
  switch (type._tag) {
    case 'Dict': {
      const entries: Record<string, Type> = {}
      for (const [key, entry] of Object.entries(type.entries)) setOwn(entries, key, cellType(entry))
      return dictType(entries, type.others && cellType(type.others))
    }
    case 'Maybe':
      return maybeType(rowType(type.of))
    case 'Union':
      return unionType(type.members.map(rowType))
    default:
      return type
  }
}

/** Operations of lists that hold lists. */
export const nestedOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'concat',
    chain: 'concat',
    kind: 'list',
    parameters: [],
    returns: { type: 'list<any>', description: 'The elements of the lists, one list after the other.' },
    resultType: (receiver) => listType(concatType(elementOf(receiver))),
    description:
      'Gives the elements of all lists in the list, as one list.\n\nA list that is `null` has none; elements that are `null` stay, and so does what is in the list and is no list itself.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, _args: readonly [], evaluation: Evaluation) => concat(items, evaluation),
  },
  {
    name: 'flatten',
    chain: 'flatten',
    kind: 'list',
    parameters: [],
    returns: { type: 'list<any>', description: 'The elements that are no lists, in order.' },
    resultType: (receiver) => listType(flatType(elementOf(receiver))),
    description: 'Gives the elements of all lists in the list, however deep, as one list; `null` stays.',
    visibility: 'hidden',
    call: (items: ReadonlyArray<Cell>, _args: readonly [], evaluation: Evaluation) => flatten(items, evaluation),
  },
  {
    name: 'unnest',
    chain: 'unnest',
    kind: 'list',
    parameters: [],
    returns: { type: 'list<any>', description: 'Dicts in the order of those that they come from.' },
    resultType: (receiver) => listType(rowType(elementOf(receiver))),
    description:
      'Gives for each dict as many as its longest list has elements: each with one element of each list, and with the rest as it is.\n\nWhere a list is shorter there is `null`; a dict whose lists are all empty stays, with `null` for each. What is no dict, or has no lists, stays as it is.',
    visibility: 'hidden',
    call: (items: ReadonlyArray<Cell>, _args: readonly [], evaluation: Evaluation) =>
      items.flatMap((item) => rowsOf(item, evaluation)),
  },
]
