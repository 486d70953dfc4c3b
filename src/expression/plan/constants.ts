import type { Direction } from '../../query/Order.ts'
import type { BinaryOperator, Expression } from '../syntax/Expression.ts'
import { dateFromText } from '../values/dates.ts'
import type { Constant } from './bounds.ts'

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

/** The comparison with its sides exchanged. */
export const mirrored: Partial<Readonly<Record<BinaryOperator, BinaryOperator>>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/** The direction of a sort that a part denotes; `undefined` if it is not constant. */
export const directionOf = (part: Expression | undefined): Direction | undefined => {
  if (part === undefined) return 'asc'
  const text = part._tag === 'List' && part.items.length === 1 ? part.items[0] : part
  if (text?._tag !== 'Literal' || typeof text.value !== 'string') return undefined
  return text.value.toLowerCase() === 'asc' ? 'asc' : 'desc'
}
