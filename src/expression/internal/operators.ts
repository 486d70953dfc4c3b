import { isSame } from '../../ops/isSame.ts'
import type { BinaryOperator } from '../Expression.ts'

type Operator = (left: unknown, right: unknown) => unknown

const isNone = (value: unknown): boolean => value === null || value === undefined

/** Dates compare by time. */
const comparable = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value)

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

const arithmetic =
  (operate: (left: number, right: number) => number): Operator =>
  (left, right) =>
    typeof left === 'number' && typeof right === 'number' ? operate(left, right) : null

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
  '!=': (left, right) => !isSame(left ?? null, right ?? null),
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
  '==': (left, right) => isSame(left ?? null, right ?? null),
  '>': compare((left, right) => left > right),
  '>=': compare((left, right) => left >= right),
  '||': logical((left, right) => left || right),
}

/** Whether an operator has a result for `null` on the left: only equality does. */
export const seesNull = (operator: BinaryOperator): boolean => operator === '==' || operator === '!='
