import { isSame } from '../../ops/isSame.ts'
import { listType, maybeType, stringType, type Type } from '../Type.ts'
import { resultOf } from './elementOf.ts'
import { elementText } from './internal/elementText.ts'
import { keyed } from './internal/keyed.ts'
import { type RowFunction, rowFunction } from './internal/rowFunction.ts'
import type { Cell, Evaluation, LibraryOperation } from './LibraryOperation.ts'

const same = (receiver: Type): Type => receiver

const groups = (items: ReadonlyArray<Cell>, keyOf: RowFunction, evaluation: Evaluation): ReadonlyArray<Cell> =>
  [...keyed(items, keyOf, evaluation).values()].map(({ key, rows }) => evaluation.tag(rows, 'groupkey', key))

/** Operations of lists that look at all their elements. */
export const listOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'count',
    chain: 'count',
    kind: 'list',
    parameters: [],
    returns: { type: 'number', description: 'The number of elements.' },
    description: 'Gives the number of elements of the list, those that are `null` among them.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>) => items.length,
  },
  {
    name: 'filter',
    chain: 'filter',
    kind: 'list',
    parameters: [rowFunction('filterFn', 'A function of an element that gives whether it stays.')],
    returns: { type: 'list<any>', description: 'The elements that stay, in order.' },
    resultType: same,
    description: 'Gives the elements for which the function gives `true`; `null` counts as `false`.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, [keeps]: readonly [RowFunction], evaluation: Evaluation) =>
      items.filter((item, index) => evaluation.valueOf(keeps(item, index)) === true),
  },
  {
    name: 'map',
    chain: 'map',
    kind: 'list',
    parameters: [rowFunction('mapFn', 'A function of an element and its place.')],
    returns: { type: 'list<any>', description: 'What the function gives for each element, in order.' },
    resultType: (_receiver, [made]) => listType(resultOf(made)),
    description: 'Gives what the function gives for each element; an element that is `null` is asked, too.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, [change]: readonly [RowFunction]) =>
      items.map((item, index) => change(item, index) ?? null),
  },
  {
    name: 'groupby',
    chain: 'groupby',
    kind: 'list',
    parameters: [rowFunction('groupByFn', 'A function of an element that gives the key of its group.')],
    returns: { type: 'list<list<any>>', description: 'The groups in the order in which they first appear.' },
    resultType: (receiver) => listType(receiver),
    description:
      'Gives the elements in groups of those with equal keys; `groupkey` of a group is its key.\n\nKeys keep their type: 1 is not "1", and `null` is not "".',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, [keyOf]: readonly [RowFunction], evaluation: Evaluation) =>
      groups(items, keyOf, evaluation),
  },
  {
    name: 'contains',
    chain: 'contains',
    kind: 'list',
    parameters: [{ name: 'element', type: 'any', description: 'The value that is looked for.' }],
    returns: { type: 'boolean', description: 'Whether an element is the value.' },
    description:
      'Says whether the list has an element of that type and value; dicts and lists are compared by what they hold.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, [wanted]: readonly [unknown], evaluation: Evaluation) =>
      items.some((item) => isSame(evaluation.plain(item) ?? null, wanted ?? null)),
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
        description: 'What stands between two elements; nothing where it is left out.',
      },
    ],
    returns: { type: 'string', description: 'The text; the empty text for an empty list.' },
    resultType: (_receiver, [separator]) =>
      separator === undefined || separator._tag === 'Scalar' ? stringType : maybeType(stringType),
    description:
      'Writes the elements one after the other into one text.\n\nNumbers, truth values and moments are written as text, dicts as JSON, and `null` as nothing, between its separators.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, [separator]: readonly [unknown], evaluation: Evaluation) =>
      typeof separator === 'string' ? items.map((item) => elementText(evaluation.plain(item))).join(separator) : null,
  },
]
