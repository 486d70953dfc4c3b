import { isDict, isNone } from '../../types/wire/own.ts'
import { anyType, listType, maybeType, type Type, unionType } from '../types/Type.ts'
import type { Cell, Evaluation, LibraryOperation } from '../values/LibraryOperation.ts'
import { areEqual } from '../values/operators.ts'
import { elementAt } from '../values/path.ts'
import { groupKeys } from './groupKeys.ts'
import { elementType } from './rows.ts'

/** A seeded generator of pseudo-random numbers from 0 to 1, exclusive. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x9e3779b9) | 0
    const mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    const again = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((again ^ (again >>> 15)) >>> 0) / 2 ** 32
  }
}

/** Samples elements without replacement, in order; the same length and count select the same positions. */
export const sample = <A>(items: ReadonlyArray<A>, count: number): ReadonlyArray<A> => {
  const next = numbersFrom(items.length)
  let wanted = count
  return items.filter((_item, index) => {
    const isChosen = next() * (items.length - index) < wanted
    if (isChosen) wanted -= 1
    return isChosen
  })
}

const same = (receiver: Type): Type => receiver

const isNumber = (type: Type | undefined): boolean => type?._tag === 'Scalar' && type.name === 'number'

/** Converts a number to a count: `NaN` and negative numbers are 0, fractions are truncated. */
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
  returns: { type: 'maybe<list<any>>', description: `${returned}; \`null\` if the number is \`null\`.` },
  resultType: (receiver, [count]) => (isNumber(count) ? receiver : maybeType(receiver)),
  description: `${description}\n\nNegative numbers and \`NaN\` count as 0; fractions are truncated.`,
  visibility: 'hidden',
  call: (items: ReadonlyArray<Cell>, [count]: readonly [unknown], evaluation: Evaluation) => {
    if (typeof count !== 'number') return null
    evaluation.createList(items.length)
    return take(items, countOf(count))
  },
})

const indexType = (receiver: Type, index: Type | undefined): Type => {
  const element = maybeType(elementType(receiver))
  if (index?._tag === 'List') return listType(element)
  return isNumber(index) || index?._tag === 'None' ? element : unionType([element, listType(element)])
}

const present = (type: Type): Type => (type._tag === 'Maybe' ? type.of : type._tag === 'None' ? anyType : type)

/** The words that a key takes in a set. */
const SEEN = 12

const unique = (items: ReadonlyArray<Cell>, evaluation: Evaluation): ReadonlyArray<Cell> => {
  const seen = new Set<unknown>()
  const keyOf = groupKeys(evaluation)
  evaluation.createList(items.length)
  return items.filter((item) => {
    const key = keyOf(evaluation.plain(item))
    if (seen.has(key)) return false
    evaluation.claimMemory(SEEN)
    seen.add(key)
    return true
  })
}

/** The elements that another list does not contain. */
const difference = (items: ReadonlyArray<Cell>, other: unknown, evaluation: Evaluation): ReadonlyArray<Cell> => {
  const others = evaluation.itemsOf(other)
  const keyOf = groupKeys(evaluation)
  evaluation.claimMemory(SEEN * others.length)
  const known = new Set(others.map((item) => keyOf(evaluation.plain(item))))
  evaluation.createList(items.length)
  return items.filter((item) => !known.has(keyOf(evaluation.plain(item))))
}

const hasId = (item: Cell, id: unknown, evaluation: Evaluation): boolean => {
  const value = evaluation.valueOf(item)
  return isDict(value) && Object.hasOwn(value, 'id') && areEqual(evaluation, value['id'], id)
}

/** Operations on lists that select elements. */
export const listPartOperations: ReadonlyArray<LibraryOperation> = [
  bySize(
    'limit',
    { name: 'limit', description: 'The number of elements.' },
    'The first elements, or all if there are fewer',
    'Returns the first elements of the list.',
    (items, count) => items.slice(0, count),
  ),
  bySize(
    'offset',
    { name: 'offset', description: 'The number of elements to skip.' },
    'The remaining elements',
    'Skips the first elements of the list.',
    (items, count) => items.slice(count),
  ),
  bySize(
    'randomlyDownsample',
    { name: 'n', description: 'The number of elements.' },
    'The sampled elements in order, or all if there are fewer',
    'Samples elements from the list.\n\nThe sample is deterministic: the same list length and number always select the same positions.',
    sample,
  ),
  {
    name: 'index',
    chain: 'index',
    kind: 'list',
    parameters: [{ name: 'index', type: 'any', description: 'An index, from 0, or a list of indices.' }],
    returns: { type: 'any', description: 'The element, or a list of elements; `null` if out of range.' },
    resultType: (receiver, [index]) => indexType(receiver, index),
    description:
      'Returns the element at an index, or the elements at several, like a number in square brackets.\n\nNegative indices count from the end.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, [index]: readonly [unknown], evaluation: Evaluation) => {
      if (!Array.isArray(index)) return typeof index === 'number' ? elementAt(items, index) : null
      evaluation.spendBudget(index.length)
      evaluation.createList(index.length)
      return index.map((one) => (typeof one === 'number' ? elementAt(items, one) : null))
    },
  },
  {
    name: 'dropna',
    chain: 'dropna',
    kind: 'list',
    parameters: [],
    returns: { type: 'list<any>', description: 'The elements that are not `null`, in order.' },
    resultType: (receiver) => listType(present(elementType(receiver))),
    description: 'Removes the elements that are `null`; `NaN` is not removed.',
    visibility: 'public',
    call: (items: ReadonlyArray<Cell>, _args: readonly [], evaluation: Evaluation) => {
      evaluation.createList(items.length)
      return items.filter((item) => !isNone(evaluation.valueOf(item)))
    },
  },
  {
    name: 'unique',
    chain: 'unique',
    kind: 'list',
    parameters: [],
    returns: { type: 'list<any>', description: 'The first occurrence of each element, in order.' },
    resultType: same,
    description:
      'Removes duplicate elements.\n\nElements are compared by type and value: 1 is not "1", `null` equals `null`, `NaN` equals `NaN`, and lists and dicts are compared by their contents.',
    visibility: 'hidden',
    call: (items: ReadonlyArray<Cell>, _args: readonly [], evaluation: Evaluation) => unique(items, evaluation),
  },
  {
    name: 'list-difference',
    chain: 'difference',
    kind: 'list',
    parameters: [{ name: 'rhs', type: 'list<any>', description: 'The other list; `null` counts as empty.' }],
    returns: { type: 'list<any>', description: 'The remaining elements, in order.' },
    resultType: same,
    description: 'Removes the elements that another list contains, compared by type and value.',
    visibility: 'hidden',
    call: (items: ReadonlyArray<Cell>, [other]: readonly [unknown], evaluation: Evaluation) =>
      difference(items, other, evaluation),
  },
  {
    name: 'list-lookup',
    chain: 'lookup',
    kind: 'list',
    parameters: [{ name: 'id', type: 'any', description: 'The value of the entry `id`.' }],
    returns: { type: 'any', description: 'The dict; `null` if there is none.' },
    resultType: (receiver) => maybeType(elementType(receiver)),
    description: 'Returns the first dict in the list whose entry `id` equals a value.',
    visibility: 'hidden',
    call: (items: ReadonlyArray<Cell>, [id]: readonly [unknown], evaluation: Evaluation) =>
      items.find((item) => hasId(item, id, evaluation)) ?? null,
  },
]
