import { deepEqual } from '../../ops/compareValues.ts'
import { isNone } from '../../types/wire/own.ts'
import type { BinaryOperator } from '../syntax/Expression.ts'
import { anyType, booleanType, listType, maybeType, noneType, numberType, type Type, unionType } from '../types/Type.ts'
import { type Budget, DATE, numberFromBigint } from './budget.ts'
import type { Cells } from './cells.ts'
import type { Cell, Evaluation } from './LibraryOperation.ts'

type Operator = (left: unknown, right: unknown) => unknown

/** Dates compare by time. */
const comparable = (value: unknown): unknown => (value instanceof Date ? value.getTime() : numeric(value))

const compare =
  (test: (left: number, right: number) => boolean): Operator =>
  (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return test(left, right)
    if (left instanceof Date !== right instanceof Date) return null
    const one = comparable(left)
    const other = comparable(right)
    const isOrdered = typeof one === typeof other && (typeof one === 'number' || typeof one === 'string')
    return isOrdered ? test(one as number, other as number) : null
  }

/** Bigints within data, such as the rows of a database, are numbers. */
export const numeric = (value: unknown): unknown => (typeof value === 'bigint' ? numberFromBigint(value) : value)

const arithmetic =
  (operate: (left: number, right: number) => number): Operator =>
  (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return operate(left, right)
    const one = numeric(left)
    const other = numeric(right)
    return typeof one === 'number' && typeof other === 'number' ? operate(one, other) : null
  }

const add: Operator = (left, right) => {
  if (typeof left === 'string') return typeof right === 'string' ? left + right : isNone(right) ? left : null
  return arithmetic((one, other) => one + other)(left, right)
}

const subtract: Operator = (left, right) =>
  left instanceof Date && right instanceof Date
    ? left.getTime() - right.getTime()
    : arithmetic((one, other) => one - other)(left, right)

const logical =
  (operate: (left: boolean, right: boolean) => boolean): Operator =>
  (left, right) =>
    typeof left === 'boolean' && typeof right === 'boolean' ? operate(left, right) : null

/** The operators on two values that are not lists; an undefined result, such as `"a" > 1`, is `null`. */
export const binaryOperators: Readonly<Record<BinaryOperator, Operator>> = {
  '!=': (left, right) => !deepEqual(left ?? null, right ?? null),
  '%': arithmetic((left, right) => left % right),
  '&&': logical((left, right) => left && right),
  '*': arithmetic((left, right) => left * right),
  '**': arithmetic((left, right) => left ** right),
  '+': add,
  '-': subtract,
  '/': arithmetic((left, right) => left / right),
  '//': arithmetic((left, right) => Math.floor(left / right)),
  '<': compare((left, right) => left < right),
  '<=': compare((left, right) => left <= right),
  '==': (left, right) => deepEqual(left ?? null, right ?? null),
  '>': compare((left, right) => left > right),
  '>=': compare((left, right) => left >= right),
  '||': logical((left, right) => left || right),
}

/** Charges a binary operation on two strings. */
export const chargeStrings = (budget: Budget, operator: BinaryOperator, left: string, right: string): void => {
  if (operator === '+') budget.createString(left.length + right.length)
  else budget.readCharacters(Math.min(left.length, right.length))
}

/** Whether two cells are equal, by type and value. */
export const areEqual = (cells: Evaluation, one: Cell, other: Cell): boolean => {
  const left = numeric(cells.plain(one) ?? null)
  const right = numeric(cells.plain(other) ?? null)
  if (typeof left === 'string' && typeof right === 'string' && left.length === right.length)
    cells.readCharacters(left.length)
  return deepEqual(left, right, cells.spendBudget)
}

/** Charges a value that an operation has created, which is small or has been charged in part. */
export const chargeResult = (budget: Budget, value: unknown): void => {
  if (typeof value === 'string') budget.createString(value.length)
  else if (value instanceof Date) budget.claimMemory(DATE)
}

/** Whether an operator has a result for `null` on the left: only equality does. */
export const comparesNull = (operator: BinaryOperator): boolean => operator === '==' || operator === '!='

/**
 * Extends a function of one value to `null`, which stays `null`, and to nested lists, element by element. The arguments are
 * the same for all elements.
 */
export const mapNullable = <A>(
  cells: Cells,
  call: (value: unknown, args: A) => Cell,
): ((cell: Cell, args: A) => Cell) => {
  const lifted = (cell: Cell, args: A): Cell => {
    if (cell === null || cell === undefined) return null
    const value = cells.valueOf(cell)
    if (value === null || value === undefined) return cells.keep(null, cell)
    if (!Array.isArray(value)) return cells.keep(call(numeric(value), args), cell)
    cells.spendBudget(value.length)
    cells.createList(value.length)
    return cells.keep(
      value.map((item) => lifted(item, args)),
      cell,
    )
  }
  return lifted
}

/** The result type of a function extended in this way. */
export const mapNullableType = (type: Type, of: (type: Type) => Type): Type => {
  switch (type._tag) {
    case 'List':
      return listType(mapNullableType(type.of, of))
    case 'Maybe':
      return maybeType(mapNullableType(type.of, of))
    case 'None':
      return noneType
    case 'Union':
      return unionType(type.members.map((member) => mapNullableType(member, of)))
    default:
      return of(type)
  }
}

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
  if (comparesNull(operator)) return booleanType
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
  if (right._tag === 'List' && !(left._tag === 'None' && comparesNull(operator))) {
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

const nullsOf = (type: Type): Type => mapNullableType(type, () => noneType)

/** The union over all alternatives; `undefined` if only those with `null` have a result. */
const unionOf = (outcomes: ReadonlyArray<Outcome>): Type | undefined => {
  const some = outcomes.filter(({ isNone }) => !isNone)
  if (some.length > 0 && some.every(({ type }) => type === undefined)) return undefined
  return unionType(outcomes.map(({ type, otherwise }) => type ?? otherwise))
}

/** The type of what an operator makes of two values that it has no result for: `null`, element by element in lists. */
const missingResult = (operator: BinaryOperator, left: Type, right: Type): Type =>
  unionType(
    unique(alternatives(left)).flatMap((one) =>
      unique(alternatives(right)).map((other) => {
        if (one._tag === 'List')
          return listType(maybeType(missingResult(operator, one.of, other._tag === 'List' ? other.of : other)))
        if (other._tag === 'List') return listType(missingResult(operator, one, other.of))
        const hasNull = one._tag === 'None' || other._tag === 'None'
        // A string plus null is the string.
        return (hasNull ? valueResult(operator, one, other) : undefined) ?? noneType
      }),
    ),
  )

/** The result type of a binary operator; `undefined` if it never has a result. */
export const operatorType = (operator: BinaryOperator, left: Type, right: Type): Type | undefined => {
  const others = unique(alternatives(right))
  return unionOf(
    unique(alternatives(left)).flatMap((one) =>
      others.map((other) => ({
        isNone: one._tag === 'None' || other._tag === 'None',
        type: pairResult(operator, one, other),
        otherwise: missingResult(operator, one, other),
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
