import { compareValues } from '../../ops/compareValues.ts'
import type { Direction } from '../../query/Order.ts'
import type { Cell, Evaluation, LibraryOperation } from '../values/LibraryOperation.ts'
import { type RowFunction, rowFunction } from './rows.ts'

const directionOf = (text: unknown): Direction =>
  text === undefined || text === null || (typeof text === 'string' && text.toLowerCase() === 'asc') ? 'asc' : 'desc'

const directionsOf = (given: unknown): ReadonlyArray<Direction> =>
  (Array.isArray(given) ? given : [given]).map(directionOf)

const keysOf = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [value])

const compareKeys = (
  one: ReadonlyArray<unknown>,
  other: ReadonlyArray<unknown>,
  directions: ReadonlyArray<Direction>,
): number => {
  const count = Math.max(one.length, other.length)
  for (let index = 0; index < count; index += 1) {
    const order = compareValues(one[index], other[index], directions[index] ?? 'asc')
    if (order !== 0) return order
  }
  return 0
}

/** The words that an element takes while it is sorted. */
const SORTED = 12

/** A comparison of two keys costs as much as processing this many elements. */
const COMPARED = 3

const sorted = (
  items: ReadonlyArray<Cell>,
  keyOf: RowFunction | undefined,
  given: unknown,
  evaluation: Evaluation,
): ReadonlyArray<Cell> => {
  const directions = directionsOf(given)
  evaluation.claimMemory(items.length * SORTED)
  const rows = items.map((item, index) => ({
    item,
    keys: keysOf(evaluation.plain(keyOf === undefined ? item : keyOf(item, index))),
  }))
  // Each row is compared with about log2 others, by all of its keys if they are equal.
  const comparisons = Math.ceil(Math.log2(rows.length + 1))
  for (const { keys } of rows) {
    evaluation.spendBudget(comparisons * COMPARED * keys.length)
    for (const key of keys) if (typeof key === 'string') evaluation.readCharacters(comparisons * key.length)
  }
  return rows.sort((one, other) => compareKeys(one.keys, other.keys, directions)).map(({ item }) => item)
}

/** Sorting of lists. */
export const sortOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'sort',
    chain: 'sort',
    kind: 'list',
    parameters: [
      {
        ...rowFunction(
          'compFn',
          'Returns the sort key of an element, or a list of keys, of which later ones break ties. By default, elements are their own keys.',
        ),
        optional: true,
      },
      {
        name: 'columnDirs',
        type: 'any',
        description:
          '`"asc"` or `"desc"`, or a list with one for each key; ascending by default, and descending for any other string.',
        optional: true,
      },
    ],
    returns: { type: 'list<any>', description: 'All elements, sorted.' },
    resultType: (receiver) => receiver,
    description:
      'Sorts the elements by key; ties keep their order.\n\nNumbers sort before dates, then strings by UTF-16 code units, `false`, `true`, and then values without an order. `null` and `NaN` are last in both directions.',
    visibility: 'public',
    call: (
      items: ReadonlyArray<Cell>,
      [keyOf, directions]: readonly [RowFunction | undefined, unknown],
      evaluation: Evaluation,
    ) => sorted(items, keyOf, directions, evaluation),
  },
]
