import { getOwn, isDict, isNone, type UnknownRecord } from '../../types/wire/own.ts'
import { hintForMember } from '../library/hints.ts'
import type { Span } from '../syntax/Expression.ts'
import {
  anyType,
  innermostType,
  listType,
  maybeType,
  noneType,
  type Type,
  unionType,
  withoutMaybe,
} from '../types/Type.ts'
import { receiverOf } from '../types/typeOf.ts'
import { EvaluationError } from '../values/budget.ts'
import type { Cells } from '../values/cells.ts'
import type { Cell, Kind, LibraryParameter } from '../values/LibraryOperation.ts'
import { mapNullableType, numeric } from '../values/operators.ts'
import {
  applyToList,
  askRecord,
  type Binding,
  bindAny,
  bindEntry,
  bindKind,
  bindList,
  bindRecord,
  callOf,
  resultOf,
} from './bindings.ts'
import {
  isOperationName,
  kindOf,
  libraryOperation,
  operationNamesOf,
  recordOperation,
  recordOperationsNamed,
} from './lookup.ts'

/** A tag may be one record or a list of them; both resolve a name in the same way. */
const bindUnion = (
  name: string,
  type: Type & { readonly _tag: 'Union' },
  span: Span,
  cells: Cells,
): Binding | undefined => {
  const parts = type.members.map(innermostType)
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

/** How many elements cost as much to process as finding the operation for a value. */
const DYNAMIC = 5

/**
 * Operations of a run that people call on a dict that came from a run. A missing entry of such a name is an error after a
 * dot, and `null` in brackets.
 */
export const RUN_DICTS: ReadonlySet<string> = new Set(['config', 'history', 'summary'])

const kinds: ReadonlyArray<Kind> = ['any', 'list', 'dict', 'number', 'string', 'boolean', 'date']

/** Resolves a name when the value is known, at evaluation. */
const bindDynamic = (name: string, type: Type, span: Span, cells: Cells): Binding => {
  const known = kinds.flatMap((kind) => libraryOperation(kind, name) ?? [])
  const whole = libraryOperation('any', name)
  const ofLists = libraryOperation('list', name)
  const ofOne = (value: unknown, args: ReadonlyArray<unknown>): Cell => {
    cells.spendBudget(DYNAMIC)
    const kind = kindOf(value)
    const record = isDict(value) ? (receiverOf(value) ?? (cells.partialRuns.has(value) ? 'run' : undefined)) : undefined
    const ofRecord = record && recordOperation(record, name)
    if (ofRecord && args.length >= ofRecord.parameters.length - 1) return askRecord(ofRecord, cells)(value, args)
    // Fields of a record are reachable through operations only.
    if (record !== undefined || typeof value === 'function') return null
    if (kind === 'dict' && Object.hasOwn(value as object, name)) return getOwn(value as UnknownRecord, name) ?? null
    const operation = libraryOperation(kind, name)
    if (operation !== undefined) return callOf(operation)(value, args, cells)
    if (kind === 'dict' && RUN_DICTS.has(name))
      throw new EvaluationError(
        `A dict without the entry ${name} has no operation ${name}.`,
        hintForMember(name, []),
        span,
      )
    if (kind === 'dict' || known.length > 0) return null
    throw new EvaluationError(`${kind} has no operation ${name}.`, hintForMember(name, operationNamesOf(kind)), span)
  }
  const apply = (cell: Cell, args: ReadonlyArray<unknown>): Cell => {
    const value = cells.valueOf(cell)
    if (whole !== undefined) return cells.keep(callOf(whole)(value, args, cells), cell)
    if (isNone(value)) return cells.keep(null, cell)
    if (!Array.isArray(value)) return cells.keep(ofOne(numeric(value), args), cell)
    if (ofLists !== undefined) return applyToList(ofLists, cells)(cell, args)
    cells.spendBudget(value.length)
    cells.createList(value.length)
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
      const element = withoutMaybe(type.of)
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
    case 'None':
      return isOperationName(name) ? bindDynamic(name, type, span, cells) : undefined
    case 'Any':
      return bindDynamic(name, type, span, cells)
    default:
      return whole && bindAny(whole, type, cells)
  }
}
