import * as E from 'fp-ts/lib/Either.js'
import type { Column } from '../../query/Column.ts'
import { and, everything, isEverything } from '../../query/combine.ts'
import { describeFilter } from '../../query/describe.ts'
import type { Filter } from '../../query/Filter.ts'
import { splitFilter } from '../../query/mongo/split.ts'
import { toMongo } from '../../query/mongo/toMongo.ts'
import { endedStates } from '../../types/run/fields.ts'
import { RUN_DICTS } from '../compile/bind.ts'
import type { Binary, Chain, Expression, Lambda } from '../syntax/Expression.ts'
import { someNode } from '../syntax/nodes.ts'
import { print } from '../syntax/print.ts'
import { innermostType } from '../types/Type.ts'
import {
  andBounds,
  type Bounds,
  compared,
  comparisonBounds,
  constantBounds,
  exactBounds,
  isNull,
  looseBounds,
  negateBounds,
  orBounds,
  unknownBounds,
  unlessNull,
} from './bounds.ts'
import { columnReadOf, hasDottedKey, isKeyName, isRunOperation } from './columnOf.ts'
import { constantOf, mirrored } from './constants.ts'
import type { TypedExpression } from './overRuns.ts'
import type { PushedCondition, RemainingCondition } from './Plan.ts'

const binaryBounds = ({ operator, left, right }: Binary, row: string): Bounds => {
  if (operator === '&&') return andBounds(filterBounds(left, row), filterBounds(right, row))
  if (operator === '||') return orBounds(filterBounds(left, row), filterBounds(right, row))
  const other = mirrored[operator]
  if (other === undefined) return unknownBounds
  const read = columnReadOf(left, row)
  const value = constantOf(right)
  if (read !== undefined && value !== undefined) return comparisonBounds(read, operator, value, false)
  const rightRead = columnReadOf(right, row)
  const leftValue = constantOf(left)
  if (rightRead !== undefined && leftValue !== undefined) return comparisonBounds(rightRead, other, leftValue, true)
  return unknownBounds
}

const state: Column = { _tag: 'Field', name: 'state' }
const tagColumn: Column = { _tag: 'Field', name: 'tags' }

const containsBounds = (receiver: Expression, arg: Expression, row: string): Bounds => {
  const constant = constantOf(arg)
  if (isRunOperation(receiver, row, 'tags'))
    return typeof constant?.value === 'string' ? exactBounds(compared('Eq', tagColumn, constant.value)) : unknownBounds
  const read = columnReadOf(receiver, row)
  if (read !== undefined && typeof constant?.value === 'string') {
    const { column, isNullable } = read
    if (read.absent !== undefined) return unknownBounds
    const filter: Filter = { _tag: 'Contains', column, text: constant.value }
    if (read.type === 'string') {
      const bounds = exactBounds(filter)
      return isNullable ? unlessNull(bounds, column) : bounds
    }
    // A list on the path to a key maps, and its result would be a list.
    return read.type === 'any' && 'path' in column && column.path.length === 1 ? looseBounds(filter) : unknownBounds
  }
  return receiver._tag === 'List' ? inBounds(receiver.items, arg, row) : unknownBounds
}

/** Membership in a list of constants. */
const inBounds = (items: ReadonlyArray<Expression>, arg: Expression, row: string): Bounds => {
  const read = columnReadOf(arg, row)
  if (read === undefined || read.slack !== undefined || read.absent !== undefined || read.type === 'date')
    return unknownBounds
  const values = items
    .map(constantOf)
    .flatMap((item) => (item === undefined || item.value instanceof Date ? [] : [item.value]))
  if (values.length !== items.length) return unknownBounds
  const filter: Filter = { _tag: 'In', column: read.column, values }
  return read.type === 'any' ? looseBounds(filter) : exactBounds(filter)
}

const isNoneBounds = (receiver: Expression, row: string): Bounds => {
  const read = columnReadOf(receiver, row)
  if (read === undefined || !read.isNullable) return unknownBounds
  const { column, type } = read
  if (type !== 'any') return exactBounds(isNull(column))
  // A list on the path to a key is not null, and has no value at the key itself.
  return 'path' in column && column.path.length === 1
    ? looseBounds(isNull(column), { _tag: 'Exists', column })
    : looseBounds(isNull(column))
}

const chainBounds = (part: Chain, row: string): Bounds => {
  const [arg, ...more] = part.args
  if (more.length > 0) return unknownBounds
  if (part.name === 'contains' && arg !== undefined) return containsBounds(part.receiver, arg, row)
  if (part.name === 'hasTag' && arg !== undefined && part.receiver._tag === 'Name' && part.receiver.name === row) {
    const tag = constantOf(arg)?.value
    return typeof tag === 'string' ? exactBounds(compared('Eq', tagColumn, tag)) : unknownBounds
  }
  if (arg !== undefined) return unknownBounds
  if (isRunOperation(part, row, 'isFinished')) return exactBounds(compared('Eq', state, 'finished'))
  if (isRunOperation(part, row, 'hasEnded')) return exactBounds({ _tag: 'In', column: state, values: endedStates })
  if (part.name === 'isNone') return isNoneBounds(part.receiver, row)
  return valueBounds(part, row)
}

/** A value used as a condition. */
const valueBounds = (part: Expression, row: string): Bounds => {
  const read = columnReadOf(part, row)
  if (read === undefined || (read.type !== 'any' && read.type !== 'boolean')) return unknownBounds
  const [whenTrue, whenFalse] = [compared('Eq', read.column, true), compared('Eq', read.column, false)]
  const bounds = looseBounds(whenTrue, whenFalse)
  return read.type === 'boolean' ? { ...bounds, isExact: true, isTotal: !read.isNullable } : bounds
}

/** Bounds a part of a condition on the run of a name by filters. */
const filterBounds = (part: Expression, row: string): Bounds => {
  switch (part._tag) {
    case 'Literal':
      return typeof part.value === 'boolean' ? constantBounds(part.value) : unknownBounds
    case 'Unary':
      return part.operator === '!' ? negateBounds(filterBounds(part.operand, row)) : unknownBounds
    case 'Binary':
      return binaryBounds(part, row)
    case 'Chain':
      return chainBounds(part, row)
    case 'Subscript':
      return valueBounds(part, row)
    default:
      return unknownBounds
  }
}

/** How conditions divide between the server and the expression. */
interface Conditions {
  readonly filter: Filter<unknown>
  /** Whether the filter matches the same runs as the conditions. */
  readonly isExact: boolean
  readonly pushed: ReadonlyArray<PushedCondition>
  readonly remaining: ReadonlyArray<RemainingCondition>
  /** Whether later conditions may be applied first. */
  readonly isOpen: boolean
}

const members = (part: Expression): ReadonlyArray<Expression> =>
  part._tag === 'Binary' && part.operator === '&&' ? [...members(part.left), ...members(part.right)] : [part]

/** Whether a part can fail at evaluation, by an operation that some values do not have. */
const mayStop = (part: Expression, { types }: TypedExpression): boolean =>
  someNode(part, (inner) => {
    if (inner._tag !== 'Chain') return false
    const type = innermostType(types.get(inner.receiver) ?? { _tag: 'Any' })
    if (RUN_DICTS.has(inner.name)) return type._tag !== 'Record'
    return isKeyName(inner.name) && (type._tag === 'Any' || type._tag === 'Union' || type._tag === 'None')
  })

const COMPUTED = 'is not a comparison of a value of the run with a constant'
const DOTTED = 'has a key with a dot, which may be a key or a path here and is always a path for the server'

const refusal = (filter: Filter): string => {
  const said = toMongo(filter)
  // The advice to split the filter is already followed.
  return E.isLeft(said) ? (said.left.reason.split(': use split')[0] ?? COMPUTED) : COMPUTED
}

const conditionOf = (part: Expression, row: string | undefined): Omit<Conditions, 'isOpen'> => {
  const text = print(part)
  const keep = (reason: string) => ({ filter: everything, isExact: false, pushed: [], remaining: [{ text, reason }] })
  const bounds = row === undefined ? undefined : filterBounds(part, row)
  if (bounds === undefined || (isEverything(bounds.whenTrue) && !bounds.isExact))
    return keep(someNode(part, hasDottedKey) ? DOTTED : COMPUTED)
  const { pushed, remaining } = splitFilter(bounds.whenTrue)
  if (isEverything(pushed) && !isEverything(bounds.whenTrue)) return keep(refusal(bounds.whenTrue))
  const isExact = bounds.isExact && isEverything(remaining)
  return { filter: pushed, isExact, pushed: [{ text, filter: describeFilter(pushed), isExact }], remaining: [] }
}

/** Splits the function of a `filter` into conditions for the server and conditions for the expression. */
export const splitConditions = ({ parameters, body }: Lambda, types: TypedExpression): Conditions => {
  const [row, index] = parameters
  const barrier = (reason: string): Conditions => ({
    filter: everything,
    isExact: false,
    pushed: [],
    remaining: [{ text: print(body), reason }],
    isOpen: false,
  })
  if (index !== undefined) return barrier('uses the index of a run, which depends on the runs before it')
  if (mayStop(body, types)) return barrier('calls an operation that some values may not have, which is a failure')
  const parts = members(body).map((part) => conditionOf(part, row))
  return {
    filter: and(...parts.map(({ filter }) => filter)),
    isExact: parts.every(({ isExact }) => isExact),
    pushed: parts.flatMap(({ pushed }) => pushed),
    remaining: parts.flatMap(({ remaining }) => remaining),
    isOpen: true,
  }
}
