import type { BinaryOperator } from '../../Expression.ts'
import { binaryOperators, seesNull } from '../../internal/operators.ts'
import { operatorType } from '../../internal/operatorType.ts'
import { readType } from '../../readType.ts'
import { maybeType, noneType, type Type, unionType } from '../../Type.ts'
import type { Kind, LibraryOperation } from '../LibraryOperation.ts'

/** What is said of an operation that is an operator by another name. */
export interface OperatorWords {
  /** The name in saved expressions. */
  readonly name: string
  readonly kind: Kind
  readonly operator: BinaryOperator
  /** What stands on its right. */
  readonly parameter: { readonly name: string; readonly type: string; readonly description: string }
  readonly returns: { readonly type: string; readonly description: string }
  readonly description: string
  readonly visibility: 'hidden' | 'public'
}

/** The part of a wire name behind its dash, or the whole name. */
export const chainOf = (name: string): string => name.slice(name.indexOf('-') + 1)

/** An argument as it is: behind a dot, the lists of the receiver alone are gone through, and a list is no operand. */
const operandType = (type: Type): Type => {
  switch (type._tag) {
    case 'List':
      return noneType
    case 'Maybe':
      return maybeType(operandType(type.of))
    case 'Union':
      return unionType(type.members.map(operandType))
    default:
      return type
  }
}

/** An operator as an operation behind a dot: the receiver stands on its left. */
export const operatorOperation = (words: OperatorWords): LibraryOperation => {
  const { name, kind, operator, parameter, returns, description, visibility } = words
  const operate = binaryOperators[operator]
  return {
    name,
    chain: chainOf(name),
    kind,
    parameters: [parameter],
    returns,
    resultType: (receiver, [right]) =>
      (right && !seesNull(operator) ? operatorType(operator, receiver, operandType(right)) : undefined) ??
      readType(returns.type),
    description: `${description}\n\nThe operator \`${operator}\`.`,
    visibility,
    call: (left: unknown, [right]: readonly [unknown]) => operate(left, right),
  }
}
