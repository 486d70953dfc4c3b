import type { Column } from '../../query/Column.ts'
import { everything, not } from '../../query/combine.ts'
import type { Filter, Operand } from '../../query/Filter.ts'
import type { Binary, BinaryOperator, Chain, Expression } from '../syntax/Expression.ts'
import { dateFromText } from '../values/dates.ts'
import {
  andBounds,
  type Bounds,
  constantBounds,
  exactBounds,
  looseBounds,
  negateBounds,
  orBounds,
  unknownBounds,
} from './bounds.ts'
import { type ColumnRead, columnReadOf, isRunOperation } from './columnOf.ts'

/** A constant value. */
interface Constant {
  readonly value: Date | boolean | null | number | string
}

/** Returns the value of a constant part; `undefined` if it is not constant. */
export const constantOf = (part: Expression): Constant | undefined => {
  if (part._tag === 'Literal') return { value: part.value }
  if (part._tag === 'Unary' && part.operator === '-') {
    const operand = constantOf(part.operand)
    return typeof operand?.value === 'number' ? { value: 0 - operand.value } : undefined
  }
  if (part._tag === 'Call' && (part.name === 'Date' || part.name === 'timestamp')) {
    const [text, ...more] = part.args
    const isText = text?._tag === 'Literal' && typeof text.value === 'string' && more.length === 0
    return isText ? { value: dateFromText(text.value as string) } : undefined
  }
  return undefined
}

const mirrored: Partial<Readonly<Record<BinaryOperator, BinaryOperator>>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

const tags = { '<': 'Lt', '<=': 'Lte', '>': 'Gt', '>=': 'Gte' } as const

const and = (...filters: ReadonlyArray<Filter>): Filter => ({ _tag: 'And', filters })
const or = (...filters: ReadonlyArray<Filter>): Filter => ({ _tag: 'Or', filters })

const compared = (_tag: 'Eq' | 'Gt' | 'Gte' | 'Lt' | 'Lte', column: Column, value: Operand): Filter => ({
  _tag,
  column,
  value,
})

const isNull = (column: Column): Filter => compared('Eq', column, null)

const iso = (milliseconds: number): string | undefined => {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** The server compares times below a millisecond, which records do not have. */
const timeBounds = ({ column, fallback }: ColumnRead, operator: BinaryOperator, time: Date): Bounds => {
  const from = iso(time.getTime())
  const to = iso(time.getTime() + 1)
  if (from === undefined || to === undefined) return unknownBounds
  const asked = (of: Column): Filter => {
    switch (operator) {
      case '<':
        return compared('Lt', of, from)
      case '<=':
        return compared('Lt', of, to)
      case '>':
        return compared('Gte', of, to)
      case '>=':
        return compared('Gte', of, from)
      default:
        return and(compared('Gte', of, from), compared('Lt', of, to))
    }
  }
  const filter = fallback === undefined ? asked(column) : or(asked(column), and(isNull(column), asked(fallback)))
  return operator === '!=' ? negateBounds(exactBounds(filter)) : exactBounds(filter)
}

const slackBounds = (column: Column, operator: BinaryOperator, value: number, slack: number): Bounds => {
  const above = compared('Gt', column, value - slack)
  const below = compared('Lt', column, value + slack)
  switch (operator) {
    case '<':
    case '<=':
      return looseBounds(below, above)
    case '>':
    case '>=':
      return looseBounds(above, below)
    case '==':
      return looseBounds(and(above, below))
    default:
      return looseBounds(everything, and(above, below))
  }
}

/** An entry of config or summary may have any type: for a list, the condition is a list, and a filter matches elements. */
const anyBounds = (column: Column, operator: BinaryOperator, value: Operand, isMirrored: boolean): Bounds => {
  if (operator === '==') {
    const equal = compared('Eq', column, value)
    // With null on the left, a list is compared as a whole.
    return looseBounds(equal, value === null && isMirrored ? everything : not(equal as Filter<unknown>))
  }
  if (operator === '!=') return negateBounds(anyBounds(column, '==', value, isMirrored))
  if (typeof value !== 'number' && typeof value !== 'string') return unknownBounds
  const holds = compared(tags[operator as keyof typeof tags], column, value)
  // NaN is neither.
  return looseBounds(holds, and(not(holds as Filter<unknown>), not(isNull(column) as Filter<unknown>)))
}

/** The condition is `null` where the column is. */
const unlessNull = (bounds: Bounds, column: Column): Bounds => ({
  ...bounds,
  whenFalse: and(bounds.whenFalse, not(isNull(column) as Filter<unknown>)) as Filter<unknown>,
  isTotal: false,
})

const fieldBounds = (
  { column, type, isNullable, absent }: ColumnRead,
  operator: BinaryOperator,
  value: Operand,
): Bounds => {
  if (operator === '!=')
    return negateBounds(fieldBounds({ column, type, isNullable, ...(absent !== undefined && { absent }) }, '==', value))
  if (value === null) return operator === '==' && isNullable ? exactBounds(isNull(column)) : unknownBounds
  if (typeof value !== type || value === absent) return unknownBounds
  if (operator === '==') return exactBounds(compared('Eq', column, value))
  if (absent !== undefined || type === 'boolean') return unknownBounds
  const bounds = exactBounds(compared(tags[operator as keyof typeof tags], column, value))
  return isNullable ? unlessNull(bounds, column) : bounds
}

const comparison = (read: ColumnRead, operator: BinaryOperator, { value }: Constant, isMirrored: boolean): Bounds => {
  if (read.type === 'date') return value instanceof Date ? timeBounds(read, operator, value) : unknownBounds
  if (value instanceof Date) return unknownBounds
  if (read.type === 'any') return anyBounds(read.column, operator, value, isMirrored)
  if (read.slack !== undefined)
    return typeof value === 'number' ? slackBounds(read.column, operator, value, read.slack) : unknownBounds
  return fieldBounds(read, operator, value)
}

const binaryBounds = ({ operator, left, right }: Binary, row: string): Bounds => {
  if (operator === '&&') return andBounds(filterBounds(left, row), filterBounds(right, row))
  if (operator === '||') return orBounds(filterBounds(left, row), filterBounds(right, row))
  const other = mirrored[operator]
  if (other === undefined) return unknownBounds
  const read = columnReadOf(left, row)
  const value = constantOf(right)
  if (read !== undefined && value !== undefined) return comparison(read, operator, value, false)
  const rightRead = columnReadOf(right, row)
  const leftValue = constantOf(left)
  if (rightRead !== undefined && leftValue !== undefined) return comparison(rightRead, other, leftValue, true)
  return unknownBounds
}

const state: Column = { _tag: 'Field', name: 'state' }
const ENDED = ['finished', 'failed', 'crashed', 'killed', 'preempted']
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
  if (isRunOperation(part, row, 'hasEnded')) return exactBounds({ _tag: 'In', column: state, values: ENDED })
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
export const filterBounds = (part: Expression, row: string): Bounds => {
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
