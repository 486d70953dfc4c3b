import { getOwn, isNone, setOwn } from '../../types/wire/own.ts'
import { anyType, dictType, listType, maybeType, numberType, type Type, unionType } from '../types/Type.ts'
import type { Cell, Evaluation, LibraryOperation } from '../values/LibraryOperation.ts'
import { elementType, groupForJoin, isDictValue, type KeyGroup, type RowFunction, rowFunction } from './rows.ts'

type Rows = ReadonlyArray<Cell>

/** The Cartesian product of the lists, the last list varying fastest. */
const product = (lists: ReadonlyArray<Rows>, evaluation: Evaluation): ReadonlyArray<Rows> => {
  const count = lists.reduce((product, rows) => product * rows.length, 1) * lists.length
  evaluation.spendBudget(2 * count)
  evaluation.createList(count)
  return lists.reduce<ReadonlyArray<Rows>>(
    (begun, rows) => begun.flatMap((chosen) => rows.map((row) => [...chosen, row])),
    [[]],
  )
}

const columnsOf = (lists: ReadonlyArray<Rows>, evaluation: Evaluation): ReadonlyArray<string> => {
  const columns = new Set<string>()
  for (const row of lists.flat()) {
    const value = evaluation.valueOf(row)
    if (!isDictValue(value)) continue
    const keys = Object.keys(value)
    evaluation.spendBudget(keys.length)
    for (const key of keys) columns.add(key)
  }
  return [...columns]
}

const cellAt = (row: Cell, column: string, evaluation: Evaluation): Cell => {
  const value = evaluation.valueOf(row)
  return isDictValue(value) ? evaluation.keep(getOwn(value, column) ?? null, row) : null
}

const joinAll = (
  items: Rows,
  [keyOf, outer]: readonly [RowFunction, unknown],
  evaluation: Evaluation,
): ReadonlyArray<Cell> => {
  const lists = items.filter((item) => !isNone(evaluation.valueOf(item))).map(evaluation.itemsOf)
  evaluation.spendBudget(lists.reduce((count, rows) => count + rows.length, 0))
  const columns = columnsOf(lists, evaluation)
  const all = lists.map((rows) => groupForJoin(rows, keyOf, evaluation))
  const keys = new Map<unknown, KeyGroup>(all.toReversed().flatMap((byKey) => [...byKey]))
  const names = new Set(all.flatMap((byKey) => [...byKey.keys()]))
  return [...names].flatMap((name) => {
    const key = keys.get(name)?.key ?? null
    const isIncluded = outer === true || (key !== null && all.every((byKey) => byKey.has(name)))
    if (!isIncluded) return []
    const chosen = product(
      all.map((byKey) => byKey.get(name)?.rows ?? [null]),
      evaluation,
    )
    const cells = chosen.length * columns.length * lists.length
    evaluation.spendBudget(2 * cells)
    evaluation.createDict(columns.length, chosen.length)
    for (const _ of columns) evaluation.createList(chosen.length * lists.length)
    return chosen.map((rows) => {
      const made = evaluation.makeDict()
      for (const column of columns)
        setOwn(
          made,
          column,
          rows.map((row) => cellAt(row, column, evaluation)),
        )
      return evaluation.tag(made, 'joinKey', key)
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
  const row = elementType(elementType(receiver))
  const parts = (row._tag === 'Union' ? row.members : [row]).map(entriesOf)
  const entries: Record<string, Type> = {}
  for (const part of parts) {
    if (part === undefined) return listType(dictType({}, listType(anyType)))
    for (const [column, type] of Object.entries(part))
      setOwn(entries, column, unionType([getOwn(entries, column) as Type | undefined, type].filter(isPresent)))
  }
  for (const [column, type] of Object.entries(entries)) setOwn(entries, column, listType(maybeType(type)))
  return listType(dictType(entries))
}

const isPresent = (type: Type | undefined): type is Type => type !== undefined

/** The join of many lists. */
export const joinAllOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'joinAll',
    chain: 'joinAll',
    kind: 'list',
    parameters: [
      {
        ...rowFunction('joinFn', 'Returns the key of an element; called for each list.'),
        frame: (receiver) => [elementType(elementType(receiver)), numberType],
      },
      {
        name: 'outer',
        type: 'boolean',
        description:
          'Whether to include keys that some lists do not have, with `null` for those lists; `false` by default.',
        optional: true,
      },
    ],
    returns: {
      type: 'list<dict>',
      description:
        'A dict for each combination of rows, with the columns of all rows; each column is a list with a value for each list. Its `joinKey` is the key.',
    },
    resultType: joinAllType,
    description:
      'Joins several lists of dicts by key, compared by type and value.\n\nKeys are in order of first appearance, list by list. If a list has several rows with a key, there is a dict for each combination of one row per list. `null` is not a key and matches nothing. A list that is `null` is left out.',
    visibility: 'public',
    call: joinAll,
  },
]
