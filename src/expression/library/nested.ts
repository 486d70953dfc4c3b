import { isNone, setOwn } from '../../types/wire/own.ts'
import { anyType, dictType, listType, maybeType, noneType, type Type, unionType } from '../types/Type.ts'
import { assertSize } from '../values/budget.ts'
import type { Cell, Evaluation, LibraryOperation } from '../values/LibraryOperation.ts'
import { mapNullableType } from '../values/operators.ts'
import { elementType, isDictValue, lambdaResultType, type RowFunction, rowFunction } from './rows.ts'

const concat = (items: ReadonlyArray<Cell>, evaluation: Evaluation): ReadonlyArray<Cell> => {
  let count = 0
  for (const item of items) {
    const value = evaluation.valueOf(item)
    count += Array.isArray(value) ? value.length : 1
  }
  evaluation.spendBudget(count)
  evaluation.createList(count)
  return items.flatMap((item) => {
    const value = evaluation.valueOf(item)
    if (isNone(value)) return []
    return Array.isArray(value) ? evaluation.itemsOf(item) : [item]
  })
}

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

const flatten = (items: ReadonlyArray<Cell>, evaluation: Evaluation): ReadonlyArray<Cell> => {
  let size = 0
  const count = (inner: ReadonlyArray<Cell>): void => {
    evaluation.spendBudget(inner.length)
    for (const item of inner) {
      const value = evaluation.valueOf(item)
      if (Array.isArray(value)) count(value)
      else size += 1
    }
    assertSize(size)
  }
  count(items)
  evaluation.createList(size, 1)
  const flat: Array<Cell> = []
  const add = (inner: ReadonlyArray<Cell>): void => {
    for (const item of inner) {
      if (Array.isArray(evaluation.valueOf(item))) add(evaluation.itemsOf(item))
      else flat.push(item)
    }
  }
  add(items)
  return flat
}

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

/** Unnests one dict: a row for each element of its longest list, the other values repeated. */
const rowsOf = (row: Cell, evaluation: Evaluation): ReadonlyArray<Cell> => {
  const dict = evaluation.valueOf(row)
  if (!isDictValue(dict)) return [row]
  const columns = Object.entries(dict).map(([key, cell]) => {
    const value = evaluation.valueOf(cell)
    return { key, cell, items: Array.isArray(value) ? evaluation.itemsOf(cell) : undefined }
  })
  if (columns.every(({ items }) => items === undefined)) return [row]
  const count = columns.reduce((longest, { items }) => Math.max(longest, items?.length ?? 0), 1)
  evaluation.spendBudget(count * columns.length)
  evaluation.createList(count)
  evaluation.createDict(columns.length, count)
  return Array.from({ length: count }, (_, index) => {
    const made = evaluation.makeDict()
    for (const { key, cell, items } of columns)
      setOwn(made, key, items === undefined ? (cell ?? null) : (items[index] ?? null))
    return evaluation.keep(made, row)
  })
}

/** Applies a function to each element that is not a list, at any depth. */
const mapEach = (cell: Cell, change: RowFunction, evaluation: Evaluation): Cell => {
  const value = evaluation.valueOf(cell)
  if (isNone(value)) return null
  if (!Array.isArray(value)) return change(cell, 0) ?? null
  evaluation.spendBudget(value.length)
  evaluation.createList(value.length)
  return evaluation.itemsOf(cell).map((item) => mapEach(item, change, evaluation))
}

/** A dict for each combination of one element of each list, the last list varying fastest. */
const crossProduct = (dict: Readonly<Record<string, Cell>>, evaluation: Evaluation): ReadonlyArray<Cell> => {
  const keys = Object.keys(dict)
  const lists = keys.map((key) =>
    Array.isArray(evaluation.valueOf(dict[key])) ? evaluation.itemsOf(dict[key]) : [dict[key]],
  )
  const count = lists.reduce((product, items) => product * items.length, 1)
  evaluation.spendBudget(count * (1 + keys.length))
  evaluation.createList(count)
  evaluation.createDict(keys.length, count)
  return Array.from({ length: count }, (_, index) => {
    const made = evaluation.makeDict()
    let rest = index
    const chosen = lists.toReversed().map((items) => {
      const item = items[rest % items.length]
      rest = Math.floor(rest / items.length)
      return item
    })
    for (const [at, key] of keys.entries()) setOwn(made, key, chosen[keys.length - 1 - at] ?? null)
    return made
  })
}

const crossType = (type: Type): Type => {
  if (type._tag !== 'Dict') return listType(dictType({}, anyType))
  const entries: Record<string, Type> = {}
  for (const [key, entry] of Object.entries(type.entries)) setOwn(entries, key, chosenType(entry))
  return listType(dictType(entries, type.others && chosenType(type.others)))
}

/** The type of an element of a list, or of another value. */
const chosenType = (type: Type): Type => {
  switch (type._tag) {
    case 'List':
      return maybeType(type.of)
    case 'Maybe':
      return maybeType(chosenType(type.of))
    case 'Union':
      return unionType(type.members.map(chosenType))
    default:
      return type
  }
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

/** The type of the elements that are not lists. */
const innermostElement = (type: Type): Type => {
  switch (type._tag) {
    case 'List':
    case 'Maybe':
      return innermostElement(type.of)
    case 'Union':
      return unionType(type.members.map(innermostElement))
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

/** Operations on nested lists. */
export const nestedOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'concat',
    chain: 'concat',
    kind: 'list',
    parameters: [],
    returns: { type: 'list<any>', description: 'The elements of the lists, in order.' },
    resultType: (receiver) => listType(concatType(elementType(receiver))),
    description:
      'Concatenates the lists in the list.\n\nA list that is `null` counts as empty. Elements that are `null` are included, and so are elements of the list that are not lists.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, _args: readonly [], evaluation: Evaluation) => concat(items, evaluation),
  },
  {
    name: 'flatten',
    chain: 'flatten',
    kind: 'list',
    parameters: [],
    returns: { type: 'list<any>', description: 'The elements that are not lists, in order.' },
    resultType: (receiver) => listType(flatType(elementType(receiver))),
    description: 'Flattens nested lists of any depth; `null` elements are included.',
    visibility: 'hidden',
    call: (items: ReadonlyArray<Cell>, _args: readonly [], evaluation: Evaluation) => flatten(items, evaluation),
  },
  {
    name: 'unnest',
    chain: 'unnest',
    kind: 'list',
    parameters: [],
    returns: { type: 'list<any>', description: 'The dicts, in the order of their sources.' },
    resultType: (receiver) => listType(rowType(elementType(receiver))),
    description:
      'Expands each dict into one dict for each element of its longest list, with one element of each list and the other values repeated.\n\nShorter lists are filled with `null`; a dict whose lists are all empty becomes one dict with `null` for each. Elements that are not dicts, or have no lists, are unchanged.',
    visibility: 'hidden',
    call: (items: ReadonlyArray<Cell>, _args: readonly [], evaluation: Evaluation) => {
      evaluation.createList(items.length)
      return items.flatMap((item) => rowsOf(item, evaluation))
    },
  },
  {
    name: 'list-mapEach',
    chain: 'mapEach',
    kind: 'any',
    parameters: [
      {
        ...rowFunction('mapFn', 'A function of an element.'),
        frame: (receiver) => [innermostElement(receiver)],
      },
    ],
    returns: { type: 'any', description: 'The results, nested as the elements are; `null` stays `null`.' },
    resultType: (receiver, [made]) => mapNullableType(receiver, () => maybeType(lambdaResultType(made))),
    description:
      'Applies the function to each element that is not a list, at any depth; to a value that is not a list itself.',
    visibility: 'hidden',
    call: (value: unknown, [change]: readonly [RowFunction], evaluation: Evaluation) =>
      mapEach(value, change, evaluation),
  },
  {
    name: 'dict-crossProduct',
    chain: 'crossProduct',
    kind: 'dict',
    parameters: [],
    returns: { type: 'list<dict>', description: 'The dicts, the last list varying fastest.' },
    resultType: crossType,
    description:
      'Returns a dict for each combination of one element of each list in the dict. A value that is not a list is in all of them.',
    visibility: 'hidden',
    call: (dict: Readonly<Record<string, Cell>>, _args: readonly [], evaluation: Evaluation) =>
      crossProduct(dict, evaluation),
  },
]
