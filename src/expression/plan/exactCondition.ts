import { and, everything, nothing, or } from '../../query/combine.ts'
import type { Filter, Operand } from '../../query/Filter.ts'
import { endedStates } from '../../types/run/fields.ts'
import { recordOperation } from '../compile/lookup.ts'
import type { Binary, BinaryOperator, Chain, Expression, Lambda } from '../syntax/Expression.ts'
import {
  andBounds,
  type Bounds,
  compared,
  constantBounds,
  exactBounds,
  isNull,
  negateBounds,
  orBounds,
} from './bounds.ts'
import { constantOf, mirrored } from './constants.ts'
import { isNameOf, type MemoryColumn, memoryColumnOf, tagsColumn } from './memoryColumn.ts'

/** A condition as a filter over runs in memory that matches exactly the runs for which the condition is `true`. */
export interface ExactCondition {
  readonly filter: Filter<unknown>
  readonly columns: ReadonlyArray<MemoryColumn>
}

/** What a comparison is if the value is missing, or of another type than the constant. */
const NEITHER = nothing

const tagOf = { '<': 'Lt', '<=': 'Lte', '>': 'Gt', '>=': 'Gte' } as const
const opposite = { '<': 'Gte', '<=': 'Gt', '>': 'Lte', '>=': 'Lt' } as const

const isOrder = (operator: BinaryOperator): operator is keyof typeof tagOf => Object.hasOwn(tagOf, operator)

/** A part that is `true` or `false` only for values of one type, and `null` for all others. */
const partial = (whenTrue: Filter, whenFalse: Filter): Bounds => ({
  whenTrue: whenTrue as Filter<unknown>,
  whenFalse: whenFalse as Filter<unknown>,
  isExact: true,
  isTotal: false,
  size: 2,
})

const orderBounds = (
  { column }: MemoryColumn,
  operator: keyof typeof tagOf,
  value: Operand,
  isNumber: boolean,
): Bounds => {
  const holds = compared(tagOf[operator], column, value)
  const fails = compared(opposite[operator], column, value)
  // NaN is neither less nor greater, which is `false`, not `null`.
  return partial(
    holds,
    isNumber ? or(fails as Filter<unknown>, compared('Eq', column, Number.NaN) as Filter<unknown>) : fails,
  )
}

const comparison = (read: MemoryColumn, operator: BinaryOperator, value: unknown): Bounds => {
  const { column, isTime } = read
  if (operator === '!=') return negateBounds(comparison(read, '==', value))
  if (value instanceof Date || isTime) {
    const isSame = value instanceof Date && isTime
    const time = isSame ? value.toISOString() : ''
    if (isOrder(operator)) return isSame ? orderBounds(read, operator, time, false) : partial(NEITHER, NEITHER)
    return exactBounds(isSame ? compared('Eq', column, time) : value === null ? isNull(column) : nothing)
  }
  if (!isOrder(operator)) return exactBounds(compared('Eq', column, value as Operand))
  if (typeof value === 'number') return orderBounds(read, operator, value, true)
  return typeof value === 'string' ? orderBounds(read, operator, value, false) : partial(NEITHER, NEITHER)
}

/** A value used as a condition. */
const flag = ({ column }: MemoryColumn): Bounds => partial(compared('Eq', column, true), compared('Eq', column, false))

const containsText = ({ column }: MemoryColumn, text: string): Bounds => {
  const holds: Filter = { _tag: 'Contains', column, text }
  const isText = compared('Gte', column, '')
  return partial(holds, and(isText as Filter<unknown>, { _tag: 'Not', filter: holds } as Filter<unknown>))
}

/**
 * Translates the function of a `filter` to a filter that matches exactly the runs for which it is `true`, over columns
 * without lists, dicts and invalid dates. `undefined` if there is none.
 *
 * The server's filters cannot be used: they may match more runs, as conditions are checked again after loading.
 */
export const exactCondition = ({ parameters, body }: Lambda): ExactCondition | undefined => {
  const [row, ...more] = parameters
  if (row === undefined || more.length > 0) return undefined
  const isRow = isNameOf(row)
  const columns: Array<MemoryColumn> = []
  const readOf = (part: Expression): MemoryColumn | undefined => {
    const read = memoryColumnOf(part, isRow)
    if (read !== undefined) columns.push(read)
    return read
  }
  const ofBinary = ({ operator, left, right }: Binary): Bounds | undefined => {
    if (operator === '&&' || operator === '||') {
      const one = boundsOf(left)
      const other = boundsOf(right)
      return one && other && (operator === '&&' ? andBounds : orBounds)(one, other)
    }
    const other = mirrored[operator]
    if (other === undefined) return undefined
    const [rightValue, leftValue] = [constantOf(right), constantOf(left)]
    const read = readOf(rightValue === undefined ? right : left)
    if (read === undefined) return undefined
    if (rightValue !== undefined) return comparison(read, operator, rightValue.value)
    return leftValue && comparison(read, other, leftValue.value)
  }
  const ofTags = (tag: unknown): Bounds | undefined => {
    columns.push(tagsColumn)
    return typeof tag === 'string' ? exactBounds(compared('Eq', tagsColumn.column, tag)) : undefined
  }
  const ofState = (name: 'hasEnded' | 'isFinished'): Bounds => {
    const column = { _tag: 'Field', name: 'state' } as const
    columns.push({
      column,
      needs: recordOperation('run', name)?.needs ?? [],
      dict: undefined,
      isTime: false,
      isList: false,
    })
    return exactBounds(
      name === 'isFinished' ? compared('Eq', column, 'finished') : { _tag: 'In', column, values: endedStates },
    )
  }
  const ofContains = (receiver: Expression, arg: Expression): Bounds | undefined => {
    const constant = constantOf(arg)?.value
    if (receiver._tag === 'Chain' && receiver.name === 'tags' && receiver.args.length === 0 && isRow(receiver.receiver))
      return ofTags(constant)
    if (receiver._tag === 'List') {
      const items = receiver.items.map(constantOf)
      const read = readOf(arg)
      if (read === undefined || read.isTime) return undefined
      const values = items.flatMap((item) => (item === undefined || item.value instanceof Date ? [] : [item.value]))
      return values.length === items.length ? exactBounds({ _tag: 'In', column: read.column, values }) : undefined
    }
    const read = typeof constant === 'string' ? readOf(receiver) : undefined
    return read === undefined || read.isTime ? undefined : containsText(read, constant as string)
  }
  const ofChain = (part: Chain): Bounds | undefined => {
    const [arg, ...rest] = part.args
    if (rest.length > 0) return undefined
    if (arg !== undefined && part.name === 'contains') return ofContains(part.receiver, arg)
    if (arg !== undefined)
      return part.name === 'hasTag' && isRow(part.receiver) ? ofTags(constantOf(arg)?.value) : undefined
    if (isRow(part.receiver) && (part.name === 'isFinished' || part.name === 'hasEnded')) return ofState(part.name)
    if (part.name !== 'isNone') return ofValue(part)
    const read = readOf(part.receiver)
    return read && exactBounds(isNull(read.column))
  }
  const ofValue = (part: Expression): Bounds | undefined => {
    const read = readOf(part)
    return read && flag(read)
  }
  const boundsOf = (part: Expression): Bounds | undefined => {
    switch (part._tag) {
      case 'Literal':
        return typeof part.value === 'boolean' ? constantBounds(part.value) : undefined
      case 'Unary': {
        const inner = part.operator === '!' ? boundsOf(part.operand) : undefined
        return inner && negateBounds(inner)
      }
      case 'Binary':
        return ofBinary(part)
      case 'Chain':
        return ofChain(part)
      case 'Subscript':
        return ofValue(part)
      default:
        return undefined
    }
  }
  const bounds = boundsOf(body)
  return bounds?.isExact === true ? { filter: bounds.whenTrue, columns } : undefined
}

/** A filter that matches the runs for which all conditions are `true`. */
export const allConditions = (conditions: ReadonlyArray<ExactCondition>): Filter<unknown> =>
  conditions.length === 0 ? everything : and(...conditions.map(({ filter }) => filter))
