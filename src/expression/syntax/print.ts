import type { BinaryOperator, Expression, UnaryOperator } from './Expression.ts'

/** The precedence of the binary operators. */
const precedence: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '//': 6,
  '%': 6,
  '**': 8,
}
const LAMBDA = 0
const UNARY = 7
const ATOM = 9

const precedenceOf = (expression: Expression): number => {
  switch (expression._tag) {
    case 'Lambda':
      return LAMBDA
    case 'Binary':
      return precedence[expression.operator]
    case 'Unary':
      return UNARY
    default:
      return ATOM
  }
}

const isName = (text: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(text)

const key = (text: string): string => (isName(text) ? text : JSON.stringify(text))

/** Prints an operand, in parentheses if it binds less tightly than needed. */
const operand = (expression: Expression, least: number): string =>
  precedenceOf(expression) < least ? `(${print(expression)})` : print(expression)

/** `--x` would be read as a decrement, and a binary operand needs parentheses. */
const negated = (operator: UnaryOperator, expression: Expression): string => {
  const text = operand(expression, UNARY)
  if (expression._tag === 'Binary') return `(${print(expression)})`
  return operator === '-' && text.startsWith('-') ? `(${text})` : text
}

const args = (expressions: ReadonlyArray<Expression>): string => expressions.map(print).join(', ')

/** A dot after a number would be read as a decimal point. */
const receiver = (expression: Expression): string =>
  expression._tag === 'Literal' && typeof expression.value === 'number'
    ? `(${print(expression)})`
    : operand(expression, ATOM)

/**
 * Prints an expression in canonical form, with the fewest parentheses; `parse` reads it back.
 *
 * @param expression - An expression.
 * @returns The text.
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { parse, print } from 'wandb-run-ops/expression'
 *
 * const canonical = (text: string) => pipe(parse(text), E.match(({ message }) => message, print))
 *
 * canonical("( runs.count() ) * (2*3)") // => 'runs.count * (2 * 3)'
 * canonical('runs.map(r => {Epoch: r.config["e"]})') // => 'runs.map((r) => ({ Epoch: r.config["e"] }))'
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const print = (expression: Expression): string => {
  switch (expression._tag) {
    case 'Literal':
      return JSON.stringify(expression.value)
    case 'Name':
      return expression.name
    case 'List':
      return `[${args(expression.items)}]`
    case 'Dict': {
      const entries = expression.entries.map((entry) => `${key(entry.key)}: ${print(entry.value)}`)
      return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
    }
    case 'Lambda': {
      const body = print(expression.body)
      return `(${expression.parameters.join(', ')}) => ${expression.body._tag === 'Dict' ? `(${body})` : body}`
    }
    case 'Unary':
      return `${expression.operator}${negated(expression.operator, expression.operand)}`
    case 'Binary': {
      const { operator, left, right } = expression
      const own = precedence[operator]
      // ** associates to the right, and its left side cannot be a unary expression.
      const [least, most] = operator === '**' ? [ATOM, UNARY] : [own, own + 1]
      return `${operand(left, least)} ${operator} ${operand(right, most)}`
    }
    case 'Chain':
      return `${receiver(expression.receiver)}.${expression.name}${expression.args.length === 0 ? '' : `(${args(expression.args)})`}`
    case 'Call':
      return `${expression.name}(${args(expression.args)})`
    case 'Subscript':
      return `${receiver(expression.receiver)}[${print(expression.key)}]`
  }
}
