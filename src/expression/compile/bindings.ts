import { identity } from 'fp-ts/lib/function.js'
import type { Operation } from '../../ops/Operation.ts'
import { getOwn, isDict, isNone, type UnknownRecord } from '../../types/wire/own.ts'
import { readType } from '../types/showType.ts'
import { anyType, innermostType, listType, maybeType, type Type, withoutMaybe } from '../types/Type.ts'
import { receiverOf } from '../types/typeOf.ts'
import { EvaluationError } from '../values/budget.ts'
import type { Cells } from '../values/cells.ts'
import type { Cell, LibraryOperation, LibraryParameter } from '../values/LibraryOperation.ts'
import { chargeResult, mapNullable, mapNullableType } from '../values/operators.ts'
import { loadedCheck } from './loaded.ts'
import { chainName, resultReader } from './lookup.ts'

/** An operation resolved for a type of receiver. */
export interface Binding {
  /** The name in the registry or the library. */
  readonly operation: string
  readonly parameters: ReadonlyArray<LibraryParameter>
  readonly type: (args: ReadonlyArray<Type>, constants: ReadonlyArray<unknown>) => Type
  /** Maps over lists and propagates `null`. */
  readonly apply: (cell: Cell, args: ReadonlyArray<unknown>) => Cell
  /** The operation itself if `apply` only calls it, without arguments. */
  readonly one?: ((record: unknown) => unknown) | undefined
}

const TAGGED = new Set(['run', 'project'])

/** Registry operations rely on the types of their arguments; a dynamic argument may have another. */
const isArgument = (value: unknown, wanted: Type): boolean => {
  if (wanted._tag === 'Maybe') return isNone(value) || isArgument(value, wanted.of)
  if (wanted._tag === 'Scalar') return wanted.name === 'date' ? value instanceof Date : typeof value === wanted.name
  if (wanted._tag === 'List') return Array.isArray(value) && value.every((item) => isArgument(item, wanted.of))
  if (wanted._tag === 'Opaque' && wanted.name === 'path')
    return Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number')
  return wanted._tag === 'Any' || (typeof value === 'object' && value !== null)
}

const isTagged = ({ receiver }: Operation, cells: Cells): boolean => TAGGED.has(receiver) && cells.readsTag(receiver)

/** Putting a string together, such as a URL, costs as much as processing this many elements. */
const BUILT = 30

export const askRecord = (
  operation: Operation,
  cells: Cells,
): ((record: unknown, args: ReadonlyArray<unknown>) => Cell) => {
  const { receiver } = operation
  const call = operation.call as (...values: ReadonlyArray<unknown>) => unknown
  const given = resultReader(operation)
  const { read } = given
  const isHistory = operation.returns.type === 'history'
  const readOnce = (result: unknown, record: unknown): unknown => {
    if (!isHistory || typeof result !== 'object' || result === null) return read(result, record)
    const known = cells.rows.get(result)
    if (known !== undefined) return known
    const rows = read(result, record)
    cells.rows.set(result, rows)
    return rows
  }
  const wanted = operation.parameters.slice(1).map(({ type }) => readType(type))
  const assertLoaded = loadedCheck(operation)
  // A string that is read from one field is the record's own; from several, it is a new one.
  const isBuilt = operation.needs.length > 1 && innermostType(given.type)._tag === 'Scalar'
  const answer = (record: unknown, args: ReadonlyArray<unknown>): unknown => {
    assertLoaded(record)
    if (isBuilt) cells.spendBudget(BUILT)
    let result: unknown
    try {
      result = readOnce(args.length === 0 ? call(record) : call(record, ...args), record)
    } catch (thrown) {
      throw thrown instanceof TypeError ? new EvaluationError(thrown.message, undefined) : thrown
    }
    if (isBuilt || typeof result === 'object') chargeResult(cells, result)
    return result
  }
  const tagged = (record: unknown, args: ReadonlyArray<unknown>): Cell => {
    if (receiver === 'run' && isDict(record) && receiverOf(record) === undefined) cells.partialRuns.add(record)
    return cells.tag(answer(record, args), receiver, record)
  }
  const ask = isTagged(operation, cells) ? tagged : answer
  if (wanted.length === 0) return ask
  return (record, args) => (wanted.every((type, index) => isArgument(args[index], type)) ? ask(record, args) : null)
}

const fieldType = (type: Type, name: string): Type | undefined =>
  type._tag === 'Record' && type.entries !== undefined && Object.hasOwn(type.entries, name)
    ? type.entries[name]
    : undefined

const UNSURE: ReadonlySet<Type['_tag']> = new Set(['Any', 'None', 'Maybe', 'Union', 'List', 'Dict'])

export const bindRecord = (operation: Operation, type: Type, cells: Cells): Binding => {
  const given = resultReader(operation)
  const ask = askRecord(operation, cells)
  const isPlain = operation.parameters.length === 1 && given.read === identity && !isTagged(operation, cells)
  return {
    one: isPlain ? (operation.call as (record: unknown) => unknown) : undefined,
    operation: operation.name,
    parameters: operation.parameters.slice(1),
    type: (args) => {
      // A dynamic argument may have the wrong type, and then the result is null.
      const isSure = args.every(({ _tag }) => !UNSURE.has(_tag))
      return mapNullableType(type, (record) => {
        const answer = fieldType(record, chainName(operation)) ?? given.type
        return isSure ? answer : maybeType(answer)
      })
    },
    apply: mapNullable(cells, ask),
  }
}

export const resultOf = (
  operation: LibraryOperation,
  receiver: Type,
  args: ReadonlyArray<Type>,
  constants: ReadonlyArray<unknown>,
): Type => operation.resultType?.(receiver, args, constants) ?? readType(operation.returns.type)

type Call = (value: unknown, args: ReadonlyArray<unknown>, cells: Cells) => Cell

/** Calls an operation, and charges what it creates. */
export const callOf = (operation: LibraryOperation): Call => {
  const call = operation.call as unknown as Call
  return (value, args, cells) => {
    const result = call(value, args, cells)
    chargeResult(cells, result)
    return result
  }
}

/**
 * Whether an aggregate maps over inner lists: if the types say that the elements are lists, or all of them are, but for
 * some that are `null`. In a list of lists and other values, the lists are values that the aggregate skips or formats.
 */
const isDeeper = (operation: LibraryOperation, items: ReadonlyArray<Cell>, depth: number, cells: Cells): boolean => {
  if (operation.ofScalars !== true) return false
  if (depth > 0) return true
  let hasLists = false
  for (const item of items) {
    const value = cells.valueOf(item)
    if (Array.isArray(value)) hasLists = true
    else if (!isNone(value)) return false
  }
  return hasLists
}

export const applyToList =
  (operation: LibraryOperation, cells: Cells, depth = 0): Binding['apply'] =>
  (cell, args) => {
    const value = cells.valueOf(cell)
    if (!Array.isArray(value)) return cells.keep(null, cell)
    cells.spendBudget(value.length)
    const items = cells.itemsOf(cell)
    if (!isDeeper(operation, items, depth, cells)) return cells.keep(callOf(operation)(items, args, cells), cell)
    cells.createList(items.length)
    const inner = applyToList(operation, cells, depth - 1)
    return cells.keep(
      items.map((item) => inner(item, args)),
      cell,
    )
  }

const depthOf = (type: Type): number => {
  const inner = withoutMaybe(type)
  return inner._tag === 'List' ? 1 + depthOf(inner.of) : 0
}

const mayBeList = (type: Type): boolean =>
  type._tag === 'Any' ||
  type._tag === 'List' ||
  (type._tag === 'Maybe' && mayBeList(type.of)) ||
  (type._tag === 'Union' && type.members.some(mayBeList))

/** The type of an aggregate over a list, or over each list of a list. */
const aggregateType = (element: Type, of: (list: Type) => Type): Type => {
  if (element._tag === 'Maybe') {
    const type = aggregateType(element.of, (list) =>
      list._tag === 'List' ? of(listType(maybeType(list.of))) : of(list),
    )
    return element.of._tag === 'List' && type._tag === 'List' ? listType(maybeType(type.of)) : type
  }
  if (element._tag === 'List') return listType(aggregateType(element.of, of))
  return mayBeList(element) ? anyType : of(listType(element))
}

export const bindList = (operation: LibraryOperation, type: Type & { _tag: 'List' }, cells: Cells): Binding => ({
  operation: operation.name,
  parameters: operation.parameters,
  type: (args, constants) =>
    operation.ofScalars === true
      ? aggregateType(type.of, (list) => resultOf(operation, list, args, constants))
      : resultOf(operation, type, args, constants),
  apply: applyToList(operation, cells, depthOf(type.of)),
})

const applied = (
  operation: LibraryOperation,
  cells: Cells,
): ((value: unknown, args: ReadonlyArray<unknown>) => Cell) => {
  const call = callOf(operation)
  return (value, args) => call(value, args, cells)
}

export const bindKind = (operation: LibraryOperation, type: Type, cells: Cells): Binding => ({
  operation: operation.name,
  parameters: operation.parameters,
  type: (args, constants) => mapNullableType(type, (one) => resultOf(operation, one, args, constants)),
  apply: mapNullable(cells, applied(operation, cells)),
})

/** An operation that takes any value as it is, `null` and lists included. */
export const bindAny = (operation: LibraryOperation, type: Type, cells: Cells): Binding => ({
  operation: operation.name,
  parameters: operation.parameters,
  type: (args, constants) => resultOf(operation, type, args, constants),
  apply: (cell, args) => cells.keep(callOf(operation)(cells.valueOf(cell), args, cells), cell),
})

/** An entry of a dict by the name after a dot. */
export const bindEntry = (name: string, entry: Type, type: Type, cells: Cells): Binding => ({
  operation: 'pick',
  parameters: [],
  type: () => mapNullableType(type, () => entry),
  apply: mapNullable(cells, (value) => getOwn(value as UnknownRecord, name) ?? null),
})
