import { own } from '../../types/codec/own.ts'
import { setOwn } from '../../types/codec/setOwn.ts'
import { markMade } from '../internal/cells.ts'
import { anyType, dictType, listType, maybeType, numberType, type Type, unionType } from '../Type.ts'
import { elementOf } from './elementOf.ts'
import { isDict } from './internal/isDict.ts'
import { type Keyed, keyedApart } from './internal/keyed.ts'
import { type RowFunction, rowFunction } from './internal/rowFunction.ts'
import type { Cell, Evaluation, LibraryOperation } from './LibraryOperation.ts'

type Rows = ReadonlyArray<Cell>

/** Each choice of one row from each list, the last list changing fastest. */
const choices = (lists: ReadonlyArray<Rows>, evaluation: Evaluation): ReadonlyArray<Rows> => {
  evaluation.spend(lists.reduce((count, rows) => count * rows.length, 1) * lists.length)
  return lists.reduce<ReadonlyArray<Rows>>(
    (begun, rows) => begun.flatMap((chosen) => rows.map((row) => [...chosen, row])),
    [[]],
  )
}

const columnsOf = (lists: ReadonlyArray<Rows>, evaluation: Evaluation): ReadonlyArray<string> => {
  const columns = new Set<string>()
  for (const row of lists.flat()) {
    const value = evaluation.valueOf(row)
    if (isDict(value)) for (const key of Object.keys(value)) columns.add(key)
  }
  return [...columns]
}

const cellAt = (row: Cell, column: string, evaluation: Evaluation): Cell => {
  const value = evaluation.valueOf(row)
  return isDict(value) ? evaluation.keep(own(value, column) ?? null, row) : null
}

const joinAll = (
  items: Rows,
  [keyOf, outer]: readonly [RowFunction, unknown],
  evaluation: Evaluation,
): ReadonlyArray<Cell> => {
  const lists = items.map(evaluation.itemsOf)
  evaluation.spend(lists.reduce((count, rows) => count + rows.length, 0))
  const columns = columnsOf(lists, evaluation)
  const all = lists.map((rows) => keyedApart(rows, keyOf, evaluation))
  const keys = new Map<unknown, Keyed>(all.toReversed().flatMap((byKey) => [...byKey]))
  const names = new Set(all.flatMap((byKey) => [...byKey.keys()]))
  return [...names].flatMap((name) => {
    const key = keys.get(name)?.key ?? null
    const isKept = outer === true || (key !== null && all.every((byKey) => byKey.has(name)))
    if (!isKept) return []
    const chosen = choices(
      all.map((byKey) => byKey.get(name)?.rows ?? [null]),
      evaluation,
    )
    evaluation.spend(chosen.length * columns.length * lists.length)
    return chosen.map((rows) => {
      const made: Record<string, Cell> = {}
      for (const column of columns)
        setOwn(
          made,
          column,
          rows.map((row) => cellAt(row, column, evaluation)),
        )
      return evaluation.tag(markMade(made), 'joinKey', key)
    })
  })
}

const entriesOf = (type: Type): Readonly<Record<string, Type>> | undefined =>
  type._tag === 'Maybe'
    ? entriesOf(type.of)
    : type._tag === 'Dict' && type.others === undefined
      ? type.entries
      : undefined

const joinAllType = (receiver: Type): Type => {
  const row = elementOf(elementOf(receiver))
  const parts = (row._tag === 'Union' ? row.members : [row]).map(entriesOf)
  const entries: Record<string, Type> = {}
  for (const part of parts) {
    if (part === undefined) return listType(dictType({}, listType(anyType)))
    for (const [column, type] of Object.entries(part))
      setOwn(entries, column, unionType([own(entries, column) as Type | undefined, type].filter(isThere)))
  }
  for (const [column, type] of Object.entries(entries)) setOwn(entries, column, listType(maybeType(type)))
  return listType(dictType(entries))
}

const isThere = (type: Type | undefined): type is Type => type !== undefined

/** Many lists side by side. */
export const joinAllOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'joinAll',
    chain: 'joinAll',
    kind: 'list',
    parameters: [
      {
        ...rowFunction('joinFn', 'A function of an element of each of the lists that gives its key.'),
        frame: (receiver) => [elementOf(elementOf(receiver)), numberType],
      },
      {
        name: 'outer',
        type: 'boolean',
        description:
          'Whether rows are kept whose key is not in all lists, with `null` for the lists without it; `false` where it is left out.',
        optional: true,
      },
    ],
    returns: {
      type: 'list<dict>',
      description:
        'Dicts with the columns of all rows, each a list with a value for each list; `joinKey` of it is the key.',
    },
    resultType: joinAllType,
    description:
      'Gives the rows of several lists of dicts that have the same key, by type and value, side by side.\n\nKeys come in the order in which they first appear, list by list. Where a list has several rows of a key, there is a dict for each choice of one row from each list. `null` is no key: it matches nothing. A list that is `null` is an empty one.',
    visibility: 'public',
    call: joinAll,
  },
]
