import { at } from '../internal/subscript.ts'
import { anyType, listType, maybeType, type Type, unionType } from '../Type.ts'
import { elementOf } from './elementOf.ts'
import { groupKeyText } from './groupKeyText.ts'
import { isNone } from './internal/isNone.ts'
import { sample } from './internal/sample.ts'
import type { Cell, Evaluation, LibraryOperation } from './LibraryOperation.ts'

const same = (receiver: Type): Type => receiver

const isNumber = (type: Type | undefined): boolean => type?._tag === 'Scalar' && type.name === 'number'

/** A number of elements as it can be: `NaN` and what is below 0 are none, and a part of an element is none. */
const countOf = (number: number): number => (number > 0 ? Math.floor(number) : 0)

const bySize = (
  name: 'limit' | 'offset' | 'randomlyDownsample',
  parameter: { readonly name: string; readonly description: string },
  returned: string,
  description: string,
  take: (items: ReadonlyArray<Cell>, count: number) => ReadonlyArray<Cell>,
): LibraryOperation => ({
  name,
  chain: name,
  kind: 'list',
  parameters: [{ ...parameter, type: 'number' }],
  returns: { type: 'maybe<list<any>>', description: `${returned}; \`null\` where the number is \`null\`.` },
  resultType: (receiver, [count]) => (isNumber(count) ? receiver : maybeType(receiver)),
  description: `${description}\n\nA number below 0, and \`NaN\`, are 0; of a fraction, its whole part counts.`,
  visibility: 'hidden',
  call: (items: ReadonlyArray<Cell>, [count]: readonly [unknown]) =>
    typeof count === 'number' ? take(items, countOf(count)) : null,
})

const indexType = (receiver: Type, index: Type | undefined): Type => {
  const element = maybeType(elementOf(receiver))
  if (index?._tag === 'List') return listType(element)
  return isNumber(index) || index?._tag === 'None' ? element : unionType([element, listType(element)])
}

const present = (type: Type): Type => (type._tag === 'Maybe' ? type.of : type._tag === 'None' ? anyType : type)

const unique = (items: ReadonlyArray<Cell>, evaluation: Evaluation): ReadonlyArray<Cell> => {
  const seen = new Set<unknown>()
  return items.filter((item) => {
    const text = groupKeyText(evaluation.plain(item), evaluation.spend)
    return !seen.has(text) && seen.add(text)
  })
}

/** Operations of lists that give some of their elements. */
export const listPartOperations: ReadonlyArray<LibraryOperation> = [
  bySize(
    'limit',
    { name: 'limit', description: 'How many elements.' },
    'The first elements, or all where there are fewer',
    'Gives so many elements from the beginning of the list.',
    (items, count) => items.slice(0, count),
  ),
  bySize(
    'offset',
    { name: 'offset', description: 'How many elements are left out.' },
    'The elements behind those, none where there are no more',
    'Gives the list without so many elements at its beginning.',
    (items, count) => items.slice(count),
  ),
  bySize(
    'randomlyDownsample',
    { name: 'n', description: 'How many elements.' },
    'So many elements in their order, or all where there are fewer',
    'Gives so many elements from all over the list.\n\nThe choice is not by chance: the same list and number give the same elements every time.',
    sample,
  ),
  {
    name: 'index',
    chain: 'index',
    kind: 'list',
    parameters: [{ name: 'index', type: 'any', description: 'A place, counted from 0, or a list of places.' }],
    returns: { type: 'any', description: 'The element, or a list of elements; `null` where there is none.' },
    resultType: (receiver, [index]) => indexType(receiver, index),
    description:
      'Gives the element at a place, or the elements at several.\n\nNegative places count from the end. It is what a number in square brackets gives.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, [index]: readonly [unknown], evaluation: Evaluation) => {
      if (!Array.isArray(index)) return typeof index === 'number' ? at(items, index) : null
      evaluation.spend(index.length)
      return index.map((place) => (typeof place === 'number' ? at(items, place) : null))
    },
  },
  {
    name: 'dropna',
    chain: 'dropna',
    kind: 'list',
    parameters: [],
    returns: { type: 'list<any>', description: 'The other elements, in order.' },
    resultType: (receiver) => listType(present(elementOf(receiver))),
    description: 'Gives the list without its elements that are `null`; `NaN` stays.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, _args: readonly [], evaluation: Evaluation) =>
      items.filter((item) => !isNone(evaluation.valueOf(item))),
  },
  {
    name: 'unique',
    chain: 'unique',
    kind: 'list',
    parameters: [],
    returns: { type: 'list<any>', description: 'The first of each, in order.' },
    resultType: same,
    description:
      'Gives each element once.\n\nElements are the same by type and value: 1 is not "1"; `null` is the same as `null`, `NaN` as `NaN`, and lists and dicts are compared by what they hold.',
    visibility: 'hidden',
    call: (items: ReadonlyArray<Cell>, _args: readonly [], evaluation: Evaluation) => unique(items, evaluation),
  },
]
