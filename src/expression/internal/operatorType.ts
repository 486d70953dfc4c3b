import type { BinaryOperator } from '../Expression.ts'
import { anyType, booleanType, listType, maybeType, noneType, numberType, type Type, unionType } from '../Type.ts'
import { liftType } from './lift.ts'
import { seesNull } from './operators.ts'

/** What a value of a type can be, one by one; those that no operator tells apart are one. */
const alternatives = (type: Type): ReadonlyArray<Type> => {
  if (type._tag === 'Maybe') return [...alternatives(type.of), noneType]
  if (type._tag === 'Union') return type.members.flatMap(alternatives)
  return [type]
}

const kindOf = (type: Type): string => (type._tag === 'Scalar' ? type.name : type._tag)

/** Lists are told apart by what they hold, all else by its kind. */
const different = (types: ReadonlyArray<Type>): ReadonlyArray<Type> => [
  ...new Map(types.map((type) => [type._tag === 'List' ? JSON.stringify(type) : kindOf(type), type])).values(),
]

const ofValues = (operator: BinaryOperator, left: Type, right: Type): Type | undefined => {
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

const ofTwo = (operator: BinaryOperator, left: Type, right: Type): Type | undefined => {
  if (left._tag === 'Any' || right._tag === 'Any') return anyType
  if (left._tag === 'List') {
    const isPaired = right._tag === 'List'
    const type = operatorType(operator, left.of, isPaired ? right.of : right)
    // Lists of different lengths do not go together.
    return type && listType(isPaired ? maybeType(type) : type)
  }
  if (right._tag === 'List' && !(left._tag === 'None' && seesNull(operator))) {
    const type = operatorType(operator, left, right.of)
    return type && listType(type)
  }
  return ofValues(operator, left, right)
}

interface Made {
  readonly isNone: boolean
  readonly type: Type | undefined
  /** What stands there where there is no result: `null`, in lists as long. */
  readonly otherwise: Type
}

const emptied = (type: Type): Type => liftType(type, () => noneType)

/** The type of what is made of each alternative; `undefined` where none but `null` has a result. */
const ofAll = (made: ReadonlyArray<Made>): Type | undefined => {
  const some = made.filter(({ isNone }) => !isNone)
  if (some.length > 0 && some.every(({ type }) => type === undefined)) return undefined
  return unionType(made.map(({ type, otherwise }) => type ?? otherwise))
}

/** What an operator gives between two types; `undefined` where it can give nothing. */
export const operatorType = (operator: BinaryOperator, left: Type, right: Type): Type | undefined => {
  const others = different(alternatives(right))
  return ofAll(
    different(alternatives(left)).flatMap((one) =>
      others.map((other) => ({
        isNone: one._tag === 'None' || other._tag === 'None',
        type: ofTwo(operator, one, other),
        otherwise: emptied(one._tag === 'List' ? one : other),
      })),
    ),
  )
}

/** What an operator before a type gives that is of `wanted` values; `undefined` where it can give nothing. */
export const unaryType = (wanted: Type, operand: Type): Type | undefined =>
  ofAll(
    different(alternatives(operand)).map((one) => {
      const isNone = one._tag === 'None'
      const otherwise = emptied(one)
      if (one._tag === 'Any' || isNone) return { isNone, type: one, otherwise }
      if (one._tag !== 'List') return { isNone, type: kindOf(one) === kindOf(wanted) ? wanted : undefined, otherwise }
      const type = unaryType(wanted, one.of)
      return { isNone, type: type && listType(type), otherwise }
    }),
  )
