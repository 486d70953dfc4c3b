import type { Expression } from '../../Expression.ts'
import { momentOf } from '../momentOf.ts'

/** A constant value. */
export interface Constant {
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
    return isText ? { value: momentOf(text.value as string) } : undefined
  }
  return undefined
}
