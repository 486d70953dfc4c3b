import { everything, not } from '../../../ops/query/combine.ts'
import type { Column } from '../../../types/query/Column.ts'
import type { Filter } from '../../../types/query/Filter.ts'
import type { Operand } from '../../../types/query/Operand.ts'
import type { Binary, BinaryOperator, Chain, Expression } from '../../Expression.ts'
import { always, atMost, type Bounds, conjunction, disjunction, exactly, opposite, unknown } from './bounds.ts'
import { columnOf, isOfRun, type Read } from './columnOf.ts'
import { type Constant, constantOf } from './constantOf.ts'

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
const timeBounds = ({ column, fallback }: Read, operator: BinaryOperator, time: Date): Bounds => {
  const from = iso(time.getTime())
  const to = iso(time.getTime() + 1)
  if (from === undefined || to === undefined) return unknown
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
  return operator === '!=' ? opposite(exactly(filter)) : exactly(filter)
}

const slackBounds = (column: Column, operator: BinaryOperator, value: number, slack: number): Bounds => {
  const above = compared('Gt', column, value - slack)
  const below = compared('Lt', column, value + slack)
  switch (operator) {
    case '<':
    case '<=':
      return atMost(below, above)
    case '>':
    case '>=':
      return atMost(above, below)
    case '==':
      return atMost(and(above, below))
    default:
      return atMost(everything, and(above, below))
  }
}

/** An entry of config or summary may have any type: for a list, the condition is a list, and a filter matches elements. */
const anyBounds = (column: Column, operator: BinaryOperator, value: Operand, isMirrored: boolean): Bounds => {
  if (operator === '==') {
    const equal = compared('Eq', column, value)
    // With null on the left, a list is compared as a whole.
    return atMost(equal, value === null && isMirrored ? everything : not(equal as Filter<unknown>))
  }
  if (operator === '!=') return opposite(anyBounds(column, '==', value, isMirrored))
  if (typeof value !== 'number' && typeof value !== 'string') return unknown
  const holds = compared(tags[operator as keyof typeof tags], column, value)
  // NaN is neither.
  return atMost(holds, and(not(holds as Filter<unknown>), not(isNull(column) as Filter<unknown>)))
}

/** The condition is `null` where the column is. */
const unlessNull = (bounds: Bounds, column: Column): Bounds => ({
  ...bounds,
  whenFalse: and(bounds.whenFalse, not(isNull(column) as Filter<unknown>)) as Filter<unknown>,
  isTotal: false,
})

const fieldBounds = ({ column, type, isNullable, absent }: Read, operator: BinaryOperator, value: Operand): Bounds => {
  if (operator === '!=')
    return opposite(fieldBounds({ column, type, isNullable, ...(absent !== undefined && { absent }) }, '==', value))
  if (value === null) return operator === '==' && isNullable ? exactly(isNull(column)) : unknown
  if (typeof value !== type || value === absent) return unknown
  if (operator === '==') return exactly(compared('Eq', column, value))
  if (absent !== undefined || type === 'boolean') return unknown
  const bounds = exactly(compared(tags[operator as keyof typeof tags], column, value))
  return isNullable ? unlessNull(bounds, column) : bounds
}

const comparison = (read: Read, operator: BinaryOperator, { value }: Constant, isMirrored: boolean): Bounds => {
  if (read.type === 'date') return value instanceof Date ? timeBounds(read, operator, value) : unknown
  if (value instanceof Date) return unknown
  if (read.type === 'any') return anyBounds(read.column, operator, value, isMirrored)
  if (read.slack !== undefined)
    return typeof value === 'number' ? slackBounds(read.column, operator, value, read.slack) : unknown
  return fieldBounds(read, operator, value)
}

const binaryBounds = ({ operator, left, right }: Binary, row: string): Bounds => {
  if (operator === '&&') return conjunction(boundsOf(left, row), boundsOf(right, row))
  if (operator === '||') return disjunction(boundsOf(left, row), boundsOf(right, row))
  const other = mirrored[operator]
  if (other === undefined) return unknown
  const read = columnOf(left, row)
  const value = constantOf(right)
  if (read !== undefined && value !== undefined) return comparison(read, operator, value, false)
  const rightRead = columnOf(right, row)
  const leftValue = constantOf(left)
  if (rightRead !== undefined && leftValue !== undefined) return comparison(rightRead, other, leftValue, true)
  return unknown
}

const state: Column = { _tag: 'Field', name: 'state' }
const ENDED = ['finished', 'failed', 'crashed', 'killed', 'preempted']
const tagColumn: Column = { _tag: 'Field', name: 'tags' }

const containsBounds = (receiver: Expression, arg: Expression, row: string): Bounds => {
  const constant = constantOf(arg)
  if (isOfRun(receiver, row, 'tags'))
    return typeof constant?.value === 'string' ? exactly(compared('Eq', tagColumn, constant.value)) : unknown
  const read = columnOf(receiver, row)
  if (read !== undefined && typeof constant?.value === 'string') {
    const { column, isNullable } = read
    if (read.absent !== undefined) return unknown
    const filter: Filter = { _tag: 'Contains', column, text: constant.value }
    if (read.type === 'string') {
      const bounds = exactly(filter)
      return isNullable ? unlessNull(bounds, column) : bounds
    }
    // A list on the path to a key maps, and its result would be a list.
    return read.type === 'any' && 'path' in column && column.path.length === 1 ? atMost(filter) : unknown
  }
  return receiver._tag === 'List' ? inBounds(receiver.items, arg, row) : unknown
}

/** Membership in a list of constants. */
const inBounds = (items: ReadonlyArray<Expression>, arg: Expression, row: string): Bounds => {
  const read = columnOf(arg, row)
  if (read === undefined || read.slack !== undefined || read.absent !== undefined || read.type === 'date')
    return unknown
  const values = items
    .map(constantOf)
    .flatMap((item) => (item === undefined || item.value instanceof Date ? [] : [item.value]))
  if (values.length !== items.length) return unknown
  const filter: Filter = { _tag: 'In', column: read.column, values }
  return read.type === 'any' ? atMost(filter) : exactly(filter)
}

const isNoneBounds = (receiver: Expression, row: string): Bounds => {
  const read = columnOf(receiver, row)
  if (read === undefined || !read.isNullable) return unknown
  const { column, type } = read
  if (type !== 'any') return exactly(isNull(column))
  // A list on the path to a key is not null, and has no value at the key itself.
  return 'path' in column && column.path.length === 1
    ? atMost(isNull(column), { _tag: 'Exists', column })
    : atMost(isNull(column))
}

const chainBounds = (part: Chain, row: string): Bounds => {
  const [arg, ...more] = part.args
  if (more.length > 0) return unknown
  if (part.name === 'contains' && arg !== undefined) return containsBounds(part.receiver, arg, row)
  if (part.name === 'hasTag' && arg !== undefined && part.receiver._tag === 'Name' && part.receiver.name === row) {
    const tag = constantOf(arg)?.value
    return typeof tag === 'string' ? exactly(compared('Eq', tagColumn, tag)) : unknown
  }
  if (arg !== undefined) return unknown
  if (isOfRun(part, row, 'isFinished')) return exactly(compared('Eq', state, 'finished'))
  if (isOfRun(part, row, 'hasEnded')) return exactly({ _tag: 'In', column: state, values: ENDED })
  if (part.name === 'isNone') return isNoneBounds(part.receiver, row)
  return valueBounds(part, row)
}

/** A value used as a condition. */
const valueBounds = (part: Expression, row: string): Bounds => {
  const read = columnOf(part, row)
  if (read === undefined || (read.type !== 'any' && read.type !== 'boolean')) return unknown
  const [whenTrue, whenFalse] = [compared('Eq', read.column, true), compared('Eq', read.column, false)]
  const bounds = atMost(whenTrue, whenFalse)
  return read.type === 'boolean' ? { ...bounds, isExact: true, isTotal: !read.isNullable } : bounds
}

/** Bounds a part of a condition on the run of a name by filters. */
export const boundsOf = (part: Expression, row: string): Bounds => {
  switch (part._tag) {
    case 'Literal':
      return typeof part.value === 'boolean' ? always(part.value) : unknown
    case 'Unary':
      return part.operator === '!' ? opposite(boundsOf(part.operand, row)) : unknown
    case 'Binary':
      return binaryBounds(part, row)
    case 'Chain':
      return chainBounds(part, row)
    case 'Subscript':
      return valueBounds(part, row)
    default:
      return unknown
  }
}
