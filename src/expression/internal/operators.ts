import { isSame } from '../../ops/isSame.ts'
import type { BinaryOperator } from '../Expression.ts'

type Values = (left: unknown, right: unknown) => unknown

const isNone = (value: unknown): boolean => value === null || value === undefined

/** The value that two moments are compared by, and numbers themselves. */
const comparable = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value)

const compare =
  (test: (left: number, right: number) => boolean): Values =>
  (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return test(left, right)
    if (left instanceof Date !== right instanceof Date) return null
    const one = comparable(left)
    const other = comparable(right)
    const isOrdered = typeof one === typeof other && (typeof one === 'number' || typeof one === 'string')
    return isOrdered ? test(one as number, other as number) : null
  }

const arithmetic =
  (operate: (left: number, right: number) => number): Values =>
  (left, right) =>
    typeof left === 'number' && typeof right === 'number' ? operate(left, right) : null

const add: Values = (left, right) => {
  if (typeof left === 'string') return typeof right === 'string' ? left + right : isNone(right) ? left : null
  return arithmetic((one, other) => one + other)(left, right)
}

const subtract: Values = (left, right) =>
  left instanceof Date && right instanceof Date
    ? left.getTime() - right.getTime()
    : arithmetic((one, other) => one - other)(left, right)

const logical =
  (operate: (left: boolean, right: boolean) => boolean): Values =>
  (left, right) =>
    typeof left === 'boolean' && typeof right === 'boolean' ? operate(left, right) : null

/** The operators on two values that are no lists. What has no answer, such as a text greater than a number, is `null`. */
export const binaryOperators: Readonly<Record<BinaryOperator, Values>> = {
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

/** What an operator gives where there is no left side: only equality has an answer then. */
export const seesNull = (operator: BinaryOperator): boolean => operator === '==' || operator === '!='
