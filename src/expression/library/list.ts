import { groupType, listType, maybeType, stringType, type Type } from '../types/Type.ts'
import type { Cell, Evaluation, LibraryOperation } from '../values/LibraryOperation.ts'
import { areEqual } from '../values/operators.ts'
import { chargeParts } from './chargeParts.ts'
import { elementType, groupByKey, lambdaResultType, type RowFunction, rowFunction } from './rows.ts'

/** Formats an element of a list for `joinToStr`. */
const formatElement = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** How many copies of a list there are at a time while it grows. */
const GROWN = 1

const joinStrings = (items: ReadonlyArray<Cell>, separator: string, evaluation: Evaluation): string => {
  let length = 0
  evaluation.createList(items.length)
  const texts = items.map((item) => {
    const value = evaluation.plain(item)
    if (typeof value === 'object') evaluation.createString(chargeParts(evaluation, value))
    const text = formatElement(value)
    if (typeof value !== 'string') evaluation.createString(text.length)
    length += text.length + separator.length
    return text
  })
  evaluation.createString(length)
  return texts.join(separator)
}

const same = (receiver: Type): Type => receiver

const groups = (items: ReadonlyArray<Cell>, keyOf: RowFunction, evaluation: Evaluation): ReadonlyArray<Cell> =>
  [...groupByKey(items, keyOf, evaluation).values()].map(({ key, rows }) => evaluation.tag(rows, 'groupkey', key))

/** Operations on lists that read all elements. */
export const listOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'count',
    chain: 'count',
    kind: 'list',
    parameters: [],
    returns: { type: 'number', description: 'The number of elements.' },
    description: 'Returns the number of elements in the list, including those that are `null`.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>) => items.length,
  },
  {
    name: 'filter',
    chain: 'filter',
    kind: 'list',
    parameters: [rowFunction('filterFn', 'Returns whether to include an element.')],
    returns: { type: 'list<any>', description: 'The matching elements, in order.' },
    resultType: same,
    description: 'Returns the elements for which the function returns `true`; `null` counts as `false`.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, [test]: readonly [RowFunction], evaluation: Evaluation) => {
      evaluation.createList(items.length, GROWN)
      return items.filter((item, index) => evaluation.valueOf(test(item, index)) === true)
    },
  },
  {
    name: 'map',
    chain: 'map',
    kind: 'list',
    parameters: [rowFunction('mapFn', 'A function of an element and its index.')],
    returns: { type: 'list<any>', description: 'The results, in order.' },
    resultType: (_receiver, [made]) => listType(lambdaResultType(made)),
    description: 'Returns the result of the function for each element, including those that are `null`.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, [change]: readonly [RowFunction], evaluation: Evaluation) => {
      evaluation.createList(items.length)
      return items.map((item, index) => change(item, index) ?? null)
    },
  },
  {
    name: 'groupby',
    chain: 'groupby',
    kind: 'list',
    parameters: [rowFunction('groupByFn', 'Returns the key of an element.')],
    returns: { type: 'list<list<any>>', description: 'The groups, in order of first appearance.' },
    resultType: (receiver, [made]) => listType(groupType(elementType(receiver), lambdaResultType(made))),
    description:
      'Groups the elements by key; `groupkey` of a group is its key.\n\nKeys are compared by type and value: 1 is not "1", and `null` is not "".',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, [keyOf]: readonly [RowFunction], evaluation: Evaluation) =>
      groups(items, keyOf, evaluation),
  },
  {
    name: 'contains',
    chain: 'contains',
    kind: 'list',
    parameters: [{ name: 'element', type: 'any', description: 'The value to look for.' }],
    returns: { type: 'boolean', description: 'Whether an element equals the value.' },
    description:
      'Returns whether the list contains a value, compared by type and value; dicts and lists are compared by their contents.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, [wanted]: readonly [unknown], evaluation: Evaluation) =>
      items.some((item) => areEqual(evaluation, item, wanted)),
  },
  {
    name: 'joinToStr',
    chain: 'joinToStr',
    kind: 'list',
    ofScalars: true,
    parameters: [
      {
        name: 'sep',
        type: 'string',
        description: 'The separator between elements; empty by default.',
      },
    ],
    returns: { type: 'string', description: 'The string; empty for an empty list.' },
    resultType: (_receiver, [separator]) =>
      separator === undefined || separator._tag === 'Scalar' ? stringType : maybeType(stringType),
    description:
      'Joins the elements into a string.\n\nNumbers, booleans and dates are formatted as strings, dicts as JSON, and `null` as an empty string. A list of lists becomes a list of strings, one for each inner list; lists among other values are formatted as JSON.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, [separator]: readonly [unknown], evaluation: Evaluation) =>
      typeof separator === 'string' ? joinStrings(items, separator, evaluation) : null,
  },
]
