import type { BinaryOperator, Expression, UnaryOperator } from './Expression.ts'

/** How closely operators bind; what stands alone binds closest. */
const binding: Readonly<Record<BinaryOperator, number>> = {
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
const ALONE = 9

const bindingOf = (expression: Expression): number => {
  switch (expression._tag) {
    case 'Lambda':
      return LAMBDA
    case 'Binary':
      return binding[expression.operator]
    case 'Unary':
      return UNARY
    default:
      return ALONE
  }
}

const isName = (text: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(text)

const key = (text: string): string => (isName(text) ? text : JSON.stringify(text))

/** An operand, in parentheses where it would otherwise be read as something else. */
const operand = (expression: Expression, least: number): string =>
  bindingOf(expression) < least ? `(${print(expression)})` : print(expression)

/** JavaScript lets no operator stand before the left side of `**`, and reads two signs as one. */
const negated = (operator: UnaryOperator, expression: Expression): string => {
  const text = operand(expression, UNARY)
  if (expression._tag === 'Binary') return `(${print(expression)})`
  return operator === '-' && text.startsWith('-') ? `(${text})` : text
}

const args = (expressions: ReadonlyArray<Expression>): string => expressions.map(print).join(', ')

/** A number before a dot would swallow it. */
const receiver = (expression: Expression): string =>
  expression._tag === 'Literal' && typeof expression.value === 'number'
    ? `(${print(expression)})`
    : operand(expression, ALONE)

/**
 * Writes an expression with the fewest parentheses, the same text for the same expression: `parse` gives it back.
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
      const own = binding[operator]
      // Two operators differ in which side may hold another of the same kind; unary ones may not stand before **.
      const [least, most] = operator === '**' ? [ALONE, UNARY] : [own, own + 1]
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
