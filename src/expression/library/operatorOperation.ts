import type { BinaryOperator } from '../syntax/Expression.ts'
import { readType } from '../types/showType.ts'
import { maybeType, noneType, type Type, unionType } from '../types/Type.ts'
import type { Evaluation, Kind, LibraryOperation } from '../values/LibraryOperation.ts'
import { areEqual, binaryOperators, chargeStrings, comparesNull, operatorType } from '../values/operators.ts'

/** The specification of an operation that is another name for an operator. */
interface OperatorSpec {
  /** The name in saved expressions. */
  readonly name: string
  readonly kind: Kind
  readonly operator: BinaryOperator
  /** The right operand. */
  readonly parameter: { readonly name: string; readonly type: string; readonly description: string }
  readonly returns: { readonly type: string; readonly description: string }
  readonly description: string
  readonly visibility: 'hidden' | 'public'
}

/** The part of a name after its first dash, or the whole name. */
const chainOf = (name: string): string => name.slice(name.indexOf('-') + 1)

/** The type of an operand: only lists in the receiver map, and a list as argument is not an operand. */
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

/** Makes an operation of an operator, with the receiver as the left operand. */
export const operatorOperation = (spec: OperatorSpec): LibraryOperation => {
  const { name, kind, operator, parameter, returns, description, visibility } = spec
  const operate = binaryOperators[operator]
  const isEqual = operator === '=='
  return {
    name,
    chain: chainOf(name),
    kind,
    parameters: [parameter],
    returns,
    resultType: (receiver, [right]) =>
      (right && !comparesNull(operator) ? operatorType(operator, receiver, operandType(right)) : undefined) ??
      readType(returns.type),
    description: `${description}\n\nThe operator \`${operator}\`.`,
    visibility,
    call: (left: unknown, [right]: readonly [unknown], evaluation: Evaluation) => {
      if (comparesNull(operator)) return areEqual(evaluation, left, right) === isEqual
      if (typeof left === 'string' && typeof right === 'string') chargeStrings(evaluation, operator, left, right)
      return operate(left, right)
    },
  }
}
