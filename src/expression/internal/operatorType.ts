import type { BinaryOperator } from '../Expression.ts'
import { anyType, booleanType, listType, maybeType, noneType, numberType, type Type, unionType } from '../Type.ts'
import { liftType } from './lift.ts'
import { seesNull } from './operators.ts'

/** The alternatives of a type. */
const alternatives = (type: Type): ReadonlyArray<Type> => {
  if (type._tag === 'Maybe') return [...alternatives(type.of), noneType]
  if (type._tag === 'Union') return type.members.flatMap(alternatives)
  return [type]
}

const kindOf = (type: Type): string => (type._tag === 'Scalar' ? type.name : type._tag)

/** Removes duplicates: lists differ by their elements, other types by kind. */
const unique = (types: ReadonlyArray<Type>): ReadonlyArray<Type> => [
  ...new Map(types.map((type) => [type._tag === 'List' ? JSON.stringify(type) : kindOf(type), type])).values(),
]

const valueResult = (operator: BinaryOperator, left: Type, right: Type): Type | undefined => {
  if (seesNull(operator)) return booleanType
  if (left._tag === 'None') return noneType
  const one = kindOf(left)
  const other = kindOf(right)
  if (right._tag === 'None') return operator === '+' && one === 'string' ? left : noneType
  if (one !== other) return undefined
  switch (operator) {
    case '&&':
    case '||':
      return one === 'boolean' ? booleanType : undefined
    case '<':
    case '<=':
    case '>':
    case '>=':
      return one === 'number' || one === 'string' || one === 'date' ? booleanType : undefined
    case '+':
      return one === 'number' || one === 'string' ? left : undefined
    case '-':
      return one === 'number' || one === 'date' ? numberType : undefined
    default:
      return one === 'number' ? numberType : undefined
  }
}

const pairResult = (operator: BinaryOperator, left: Type, right: Type): Type | undefined => {
  if (left._tag === 'Any' || right._tag === 'Any') return anyType
  if (left._tag === 'List') {
    const isPaired = right._tag === 'List'
    const type = operatorType(operator, left.of, isPaired ? right.of : right)
    // Lists of different lengths cannot be paired.
    return type && listType(isPaired ? maybeType(type) : type)
  }
  if (right._tag === 'List' && !(left._tag === 'None' && seesNull(operator))) {
    const type = operatorType(operator, left, right.of)
    return type && listType(type)
  }
  return valueResult(operator, left, right)
}

interface Outcome {
  readonly isNone: boolean
  readonly type: Type | undefined
  /** The type without a result: `null`, or lists of it. */
  readonly otherwise: Type
}

const nullsOf = (type: Type): Type => liftType(type, () => noneType)

/** The union over all alternatives; `undefined` if only those with `null` have a result. */
const unionOf = (outcomes: ReadonlyArray<Outcome>): Type | undefined => {
  const some = outcomes.filter(({ isNone }) => !isNone)
  if (some.length > 0 && some.every(({ type }) => type === undefined)) return undefined
  return unionType(outcomes.map(({ type, otherwise }) => type ?? otherwise))
}

/** The result type of a binary operator; `undefined` if it never has a result. */
export const operatorType = (operator: BinaryOperator, left: Type, right: Type): Type | undefined => {
  const others = unique(alternatives(right))
  return unionOf(
    unique(alternatives(left)).flatMap((one) =>
      others.map((other) => ({
        isNone: one._tag === 'None' || other._tag === 'None',
        type: pairResult(operator, one, other),
        otherwise: nullsOf(one._tag === 'List' ? one : other),
      })),
    ),
  )
}

/** The result type of a unary operator on `wanted` values; `undefined` if it never has a result. */
export const unaryType = (wanted: Type, operand: Type): Type | undefined =>
  unionOf(
    unique(alternatives(operand)).map((one) => {
      const isNone = one._tag === 'None'
      const otherwise = nullsOf(one)
      if (one._tag === 'Any' || isNone) return { isNone, type: one, otherwise }
      if (one._tag !== 'List') return { isNone, type: kindOf(one) === kindOf(wanted) ? wanted : undefined, otherwise }
      const type = unaryType(wanted, one.of)
      return { isNone, type: type && listType(type), otherwise }
    }),
  )
