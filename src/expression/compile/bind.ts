import { identity } from 'fp-ts/lib/function.js'
import type { Operation } from '../../ops/Operation.ts'
import { didYouMean } from '../../query/nearest.ts'
import { getOwn } from '../../types/wire/own.ts'
import type { Span } from '../syntax/Expression.ts'
import { readType } from '../types/showType.ts'
import { anyType, listType, maybeType, noneType, type Type, unionType } from '../types/Type.ts'
import { receiverOf } from '../types/typeOf.ts'
import { type Cells, EvaluationError } from '../values/cells.ts'
import type { Cell, Kind, LibraryOperation, LibraryParameter } from '../values/LibraryOperation.ts'
import { mapNullable, mapNullableType } from '../values/operators.ts'
import {
  chainName,
  kindOf,
  libraryOperation,
  operationNamesOf,
  recordOperation,
  recordOperationsNamed,
  resultReader,
} from './dispatch.ts'

/** An operation resolved for a type of receiver. */
interface Binding {
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

const askRecord = (operation: Operation, cells: Cells): ((record: unknown, args: ReadonlyArray<unknown>) => Cell) => {
  const { receiver } = operation
  const call = operation.call as (...values: ReadonlyArray<unknown>) => unknown
  const { read } = resultReader(operation)
  const wanted = operation.parameters.slice(1).map(({ type }) => readType(type))
  const answer = (record: unknown, args: ReadonlyArray<unknown>): unknown => {
    try {
      return read(args.length === 0 ? call(record) : call(record, ...args), record)
    } catch {
      const fields = operation.needs.join(', ')
      const hint = `Load the ${receiver} with these fields.`
      throw new EvaluationError(
        `${chainName(operation)} reads fields that the ${receiver} does not have: ${fields}.`,
        hint,
      )
    }
  }
  const tagged = (record: unknown, args: ReadonlyArray<unknown>): Cell =>
    cells.tag(answer(record, args), receiver, record)
  const ask = isTagged(operation, cells) ? tagged : answer
  if (wanted.length === 0) return ask
  return (record, args) => (wanted.every((type, index) => isArgument(args[index], type)) ? ask(record, args) : null)
}

const fieldType = (type: Type, name: string): Type | undefined =>
  type._tag === 'Record' && type.entries !== undefined && Object.hasOwn(type.entries, name)
    ? type.entries[name]
    : undefined

const UNSURE: ReadonlySet<Type['_tag']> = new Set(['Any', 'None', 'Maybe', 'Union', 'List', 'Dict'])

const bindRecord = (operation: Operation, type: Type, cells: Cells): Binding => {
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

const resultOf = (
  operation: LibraryOperation,
  receiver: Type,
  args: ReadonlyArray<Type>,
  constants: ReadonlyArray<unknown>,
): Type => operation.resultType?.(receiver, args, constants) ?? readType(operation.returns.type)

type Call = (value: unknown, args: ReadonlyArray<unknown>, cells: Cells) => Cell

const callOf = (operation: LibraryOperation): Call => operation.call as unknown as Call

const isNone = (value: unknown): boolean => value === null || value === undefined

const isDict = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Whether an aggregate maps over the inner lists, which may be empty where the types say that they are lists. */
const isDeeper = (operation: LibraryOperation, items: ReadonlyArray<Cell>, depth: number, cells: Cells): boolean =>
  operation.ofScalars === true && (depth > 0 || items.some((item) => Array.isArray(cells.valueOf(item))))

const applyToList =
  (operation: LibraryOperation, cells: Cells, depth = 0): Binding['apply'] =>
  (cell, args) => {
    const value = cells.valueOf(cell)
    if (!Array.isArray(value)) return cells.keep(null, cell)
    cells.spendBudget(value.length)
    const items = cells.itemsOf(cell)
    const result = isDeeper(operation, items, depth, cells)
      ? items.map((item) => applyToList(operation, cells, depth - 1)(item, args))
      : callOf(operation)(items, args, cells)
    return cells.keep(result, cell)
  }

const innerList = (type: Type): Type => (type._tag === 'Maybe' ? innerList(type.of) : type)

const depthOf = (type: Type): number => {
  const inner = innerList(type)
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

const bindList = (operation: LibraryOperation, type: Type & { _tag: 'List' }, cells: Cells): Binding => ({
  operation: operation.name,
  parameters: operation.parameters,
  type: (args, constants) =>
    operation.ofScalars === true
      ? aggregateType(type.of, (list) => resultOf(operation, list, args, constants))
      : resultOf(operation, type, args, constants),
  apply: applyToList(operation, cells, depthOf(type.of)),
})

const bindKind = (operation: LibraryOperation, type: Type, cells: Cells): Binding => ({
  operation: operation.name,
  parameters: operation.parameters,
  type: (args, constants) => mapNullableType(type, (one) => resultOf(operation, one, args, constants)),
  apply: mapNullable(cells, (value, args: ReadonlyArray<unknown>) => callOf(operation)(value, args, cells)),
})

/** An operation that takes any value as it is, `null` and lists included. */
const bindAny = (operation: LibraryOperation, type: Type, cells: Cells): Binding => ({
  operation: operation.name,
  parameters: operation.parameters,
  type: (args, constants) => resultOf(operation, type, args, constants),
  apply: (cell, args) => cells.keep(callOf(operation)(cells.valueOf(cell), args, cells), cell),
})

/** An entry of a dict by the name after a dot. */
const bindEntry = (name: string, entry: Type, type: Type, cells: Cells): Binding => ({
  operation: 'pick',
  parameters: [],
  type: () => mapNullableType(type, () => entry),
  apply: mapNullable(cells, (value) => getOwn(value as Readonly<Record<string, unknown>>, name) ?? null),
})

const innermost = (type: Type): Type => (type._tag === 'List' || type._tag === 'Maybe' ? innermost(type.of) : type)

/** A tag may be one record or a list of them; both resolve a name in the same way. */
const bindUnion = (
  name: string,
  type: Type & { readonly _tag: 'Union' },
  span: Span,
  cells: Cells,
): Binding | undefined => {
  const parts = type.members.map(innermost)
  const [first] = parts
  if (first?._tag === 'Record' && parts.every((part) => part._tag === 'Record' && part.receiver === first.receiver)) {
    const operation = recordOperation(first.receiver, name)
    return operation && libraryOperation('list', name) === undefined ? bindRecord(operation, type, cells) : undefined
  }
  if (first?._tag !== 'Dict' || libraryOperation('list', name) !== undefined) return undefined
  const entries = parts.map((part) => (part._tag === 'Dict' ? getOwn(part.entries, name) : undefined))
  if (entries.includes(undefined)) return undefined
  return {
    ...bindDynamic(name, type, span, cells),
    type: () => mapNullableType(type, (dict) => (dict._tag === 'Dict' ? (dict.entries[name] ?? anyType) : anyType)),
  }
}

/** The common parameters of operations of one name: optional if one of them omits it, `any` if their types differ. */
const sharedParameters = (all: ReadonlyArray<ReadonlyArray<LibraryParameter>>): ReadonlyArray<LibraryParameter> => {
  const [longest = []] = [...all].sort((one, other) => other.length - one.length)
  return longest.map((parameter, index) => {
    const others = all.map((parameters) => parameters[index])
    const isSame = others.every((other) => other === undefined || other.type === parameter.type)
    const isOptional = others.some((other) => other === undefined || other.optional === true)
    return { ...parameter, type: isSame ? parameter.type : 'any', ...(isOptional && { optional: true }) }
  })
}

const kinds: ReadonlyArray<Kind> = ['any', 'list', 'dict', 'number', 'string', 'boolean', 'date']

/** Resolves a name when the value is known, at evaluation. */
const bindDynamic = (name: string, type: Type, span: Span, cells: Cells): Binding => {
  const known = kinds.flatMap((kind) => libraryOperation(kind, name) ?? [])
  const whole = libraryOperation('any', name)
  const ofLists = libraryOperation('list', name)
  const ofOne = (value: unknown, args: ReadonlyArray<unknown>): Cell => {
    const kind = kindOf(value)
    const record = isDict(value) ? receiverOf(value) : undefined
    const ofRecord = record && recordOperation(record, name)
    if (ofRecord && args.length >= ofRecord.parameters.length - 1) return askRecord(ofRecord, cells)(value, args)
    // Fields of a record are reachable through operations only.
    if (record !== undefined || typeof value === 'function') return null
    if (kind === 'dict' && Object.hasOwn(value as object, name))
      return getOwn(value as Readonly<Record<string, unknown>>, name) ?? null
    const operation = libraryOperation(kind, name)
    if (operation !== undefined) return callOf(operation)(value, args, cells)
    if (kind === 'dict' || known.length > 0) return null
    throw new EvaluationError(`${kind} has no operation ${name}.`, didYouMean(name, operationNamesOf(kind)), span)
  }
  const apply = (cell: Cell, args: ReadonlyArray<unknown>): Cell => {
    const value = cells.valueOf(cell)
    if (whole !== undefined) return cells.keep(callOf(whole)(value, args, cells), cell)
    if (isNone(value)) return cells.keep(null, cell)
    if (!Array.isArray(value)) return cells.keep(ofOne(value, args), cell)
    if (ofLists !== undefined) return applyToList(ofLists, cells)(cell, args)
    cells.spendBudget(value.length)
    return cells.keep(
      value.map((item) => apply(item, args)),
      cell,
    )
  }
  const ofRecords = recordOperationsNamed(name)
  const resultType: Binding['type'] = (...given) => {
    if (whole !== undefined) return resultOf(whole, type, ...given)
    if (type._tag === 'None') return noneType
    if (type._tag !== 'Union') return anyType
    return unionType(
      type.members.map(
        (member) => bind(member, name, span, cells)?.type(...given) ?? mapNullableType(member, () => noneType),
      ),
    )
  }
  return {
    operation: known[0]?.name ?? ofRecords[0]?.name ?? 'pick',
    parameters: sharedParameters([
      ...known.map(({ parameters }) => parameters),
      ...ofRecords.map(({ parameters }) => parameters.slice(1)),
    ]),
    type: resultType,
    apply,
  }
}

/** Resolves a name after a dot for a type of receiver; `undefined` if it has no such operation. */
export const bind = (type: Type, name: string, span: Span, cells: Cells): Binding | undefined => {
  const whole = libraryOperation('any', name)
  switch (type._tag) {
    case 'Maybe': {
      const binding = bind(type.of, name, span, cells)
      // An operation on any value has its own result type for null.
      if (whole !== undefined && binding?.operation === whole.name) return bindAny(whole, type, cells)
      return binding && { ...binding, type: (...given) => maybeType(binding.type(...given)) }
    }
    case 'Record': {
      const operation = recordOperation(type.receiver, name)
      if (operation !== undefined) return bindRecord(operation, type, cells)
      return whole && bindAny(whole, type, cells)
    }
    case 'List': {
      if (whole !== undefined) return bindAny(whole, type, cells)
      const operation = libraryOperation('list', name)
      const element = innerList(type.of)
      const isFit = operation?.ofScalars !== true || element._tag !== 'Record'
      if (operation !== undefined && isFit) return bindList(operation, type, cells)
      const binding = bind(type.of, name, span, cells)
      return binding && { ...binding, type: (...given) => listType(binding.type(...given)) }
    }
    case 'Dict': {
      const entry = Object.hasOwn(type.entries, name) ? type.entries[name] : undefined
      if (entry !== undefined) return bindEntry(name, entry, type, cells)
      const operation = libraryOperation('dict', name)
      if (whole !== undefined) return bindAny(whole, type, cells)
      if (type.others !== undefined) return bindDynamic(name, type, span, cells)
      return operation && bindKind(operation, type, cells)
    }
    case 'Scalar': {
      const operation = libraryOperation(type.name, name)
      if (operation !== undefined) return bindKind(operation, type, cells)
      return whole && bindAny(whole, type, cells)
    }
    case 'Union':
      return bindUnion(name, type, span, cells) ?? bindDynamic(name, type, span, cells)
    case 'Any':
    case 'None':
      return bindDynamic(name, type, span, cells)
    default:
      return whole && bindAny(whole, type, cells)
  }
}
