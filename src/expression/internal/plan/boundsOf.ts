import { everything, not } from '../../../ops/query/combine.ts'
import type { Column } from '../../../types/query/Column.ts'
import type { Filter } from '../../../types/query/Filter.ts'
import type { Operand } from '../../../types/query/Operand.ts'
import type { Binary, BinaryOperator, Chain, Expression } from '../../Expression.ts'
import { always, atMost, type Bounds, conjunction, disjunction, exactly, opposite, unknown } from './bounds.ts'
import { columnOf, isOfRun, type Read } from './columnOf.ts'
import { type Constant, constantOf } from './constantOf.ts'

const turned: Partial<Readonly<Record<BinaryOperator, BinaryOperator>>> = {
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

/** The server knows moments more closely than a record, which leaves out what is less than a millisecond. */
const timeBounds = ({ column, fallback }: Read, operator: BinaryOperator, time: Date): Bounds => {
  const from = iso(time.getTime())
  const behind = iso(time.getTime() + 1)
  if (from === undefined || behind === undefined) return unknown
  const asked = (of: Column): Filter => {
    switch (operator) {
      case '<':
        return compared('Lt', of, from)
      case '<=':
        return compared('Lt', of, behind)
      case '>':
        return compared('Gte', of, behind)
      case '>=':
        return compared('Gte', of, from)
      default:
        return and(compared('Gte', of, from), compared('Lt', of, behind))
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

/** What a config or a summary has may be of any type: for a list, a condition is a list, and a filter asks its elements. */
const anyBounds = (column: Column, operator: BinaryOperator, value: Operand, isTurned: boolean): Bounds => {
  if (operator === '==') {
    const equal = compared('Eq', column, value)
    // On the right, a list is compared with null as a whole.
    return atMost(equal, value === null && isTurned ? everything : not(equal as Filter<unknown>))
  }
  if (operator === '!=') return opposite(anyBounds(column, '==', value, isTurned))
  if (typeof value !== 'number' && typeof value !== 'string') return unknown
  const holds = compared(tags[operator as keyof typeof tags], column, value)
  // NaN is a number that is neither.
  return atMost(holds, and(not(holds as Filter<unknown>), not(isNull(column) as Filter<unknown>)))
}

/** Of a column that may be null, what is asked has no answer there. */
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

const comparison = (read: Read, operator: BinaryOperator, { value }: Constant, isTurned: boolean): Bounds => {
  if (read.type === 'date') return value instanceof Date ? timeBounds(read, operator, value) : unknown
  if (value instanceof Date) return unknown
  if (read.type === 'any') return anyBounds(read.column, operator, value, isTurned)
  if (read.slack !== undefined)
    return typeof value === 'number' ? slackBounds(read.column, operator, value, read.slack) : unknown
  return fieldBounds(read, operator, value)
}

const binaryBounds = ({ operator, left, right }: Binary, row: string): Bounds => {
  if (operator === '&&') return conjunction(boundsOf(left, row), boundsOf(right, row))
  if (operator === '||') return disjunction(boundsOf(left, row), boundsOf(right, row))
  const other = turned[operator]
  if (other === undefined) return unknown
  const read = columnOf(left, row)
  const value = constantOf(right)
  if (read !== undefined && value !== undefined) return comparison(read, operator, value, false)
  const turnedRead = columnOf(right, row)
  const turnedValue = constantOf(left)
  if (turnedRead !== undefined && turnedValue !== undefined) return comparison(turnedRead, other, turnedValue, true)
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
    // A list on the way to a key is gone through, and what it has there is a list that contains.
    return read.type === 'any' && 'path' in column && column.path.length === 1 ? atMost(filter) : unknown
  }
  return receiver._tag === 'List' ? amongBounds(receiver.items, arg, row) : unknown
}

/** One of several constants. */
const amongBounds = (items: ReadonlyArray<Expression>, arg: Expression, row: string): Bounds => {
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
  // A list that is gone through on the way is not null, and has nothing at the key itself.
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

/** A value that is a condition itself. */
const valueBounds = (part: Expression, row: string): Bounds => {
  const read = columnOf(part, row)
  if (read === undefined || (read.type !== 'any' && read.type !== 'boolean')) return unknown
  const [whenTrue, whenFalse] = [compared('Eq', read.column, true), compared('Eq', read.column, false)]
  const bounds = atMost(whenTrue, whenFalse)
  return read.type === 'boolean' ? { ...bounds, isExact: true, isTotal: !read.isNullable } : bounds
}

/** What filters can say of a part of a condition on the run that stands behind a name. */
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
