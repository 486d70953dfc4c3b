import type * as acorn from 'acorn'
import type { BinaryOperator, DictEntry, Expression, Span } from '../Expression.ts'
import { NotInLanguage, refuse } from './NotInLanguage.ts'

/** Deeper than this, programs that walk over an expression would need too much of the stack. */
const DEEPEST = 400

const operators = new Map<string, BinaryOperator>([
  ...['!=', '%', '&&', '*', '**', '+', '-', '/', '//', '<', '<=', '==', '>', '>=', '||'].map(
    (operator) => [operator, operator as BinaryOperator] as const,
  ),
  ['=', '=='],
  ['===', '=='],
  ['!==', '!='],
])

const hints: Readonly<Record<string, string>> = {
  '??': 'Write coalesce(first, second).',
  '&': 'Write && for "and".',
  '|': 'Write || for "or".',
  '^': 'Write ** for "to the power of".',
  in: 'Write list.contains(value).',
}

const spanOf = ({ start, end }: acorn.Node): Span => ({ start, end })

type Convert<N> = (node: N, depth: number) => Expression

const binary: Convert<acorn.BinaryExpression | acorn.LogicalExpression> = (node, depth) => {
  const operator = operators.get(node.operator)
  if (operator === undefined)
    return refuse(node, `The language has no operator ${node.operator}.`, hints[node.operator])
  if (node.left.type === 'PrivateIdentifier') return refuse(node.left, 'A name cannot begin with #.')
  const left = convert(node.left, depth)
  return { _tag: 'Binary', operator, left, right: convert(node.right, depth), ...spanOf(node) }
}

const literal: Convert<acorn.Literal> = (node) => {
  const { value } = node
  if (typeof value === 'bigint' || value instanceof RegExp || value === undefined)
    return refuse(node, 'This is no number, text, true, false or null.')
  if (typeof value === 'number' && !Number.isFinite(value)) return refuse(node, 'The number is too large.')
  return { _tag: 'Literal', value, ...spanOf(node) }
}

const lambda: Convert<acorn.ArrowFunctionExpression> = (node, depth) => {
  if (node.async) return refuse(node, 'A function cannot be async.', 'Leave async out.')
  const parameters = node.params.map((parameter) =>
    parameter.type === 'Identifier'
      ? parameter.name
      : refuse(parameter, 'A parameter is a plain name.', 'Write (row) => …, and take row apart behind the arrow.'),
  )
  return { _tag: 'Lambda', parameters, body: convert(returned(node.body), depth), ...spanOf(node) }
}

const returned = (body: acorn.BlockStatement | acorn.Expression): acorn.Expression => {
  if (body.type !== 'BlockStatement') return body
  const [statement] = body.body
  if (body.body.length === 1 && statement?.type === 'ReturnStatement' && statement.argument) return statement.argument
  throw new NotInLanguage(spanOf(statement ?? body), 'The language has no statements.', 'Write (row) => value.')
}

const listed = (
  items: ReadonlyArray<acorn.Expression | acorn.SpreadElement | null>,
  node: acorn.Node,
  depth: number,
): ReadonlyArray<Expression> =>
  items.map((item) => {
    if (item === null) return refuse(node, 'A list has an empty place.', 'Write null there.')
    if (item.type === 'SpreadElement') return refuse(item, 'The language has no ….', 'Write concat([first, second]).')
    return convert(item, depth)
  })

const dict: Convert<acorn.ObjectExpression> = (node, depth) => {
  const keys = new Set<string>()
  const entries = node.properties.map((property): DictEntry => {
    if (property.type === 'SpreadElement') return refuse(property, 'The language has no ….', 'Write the keys out.')
    if (property.computed || property.kind !== 'init' || property.method)
      return refuse(property, 'An entry of a dict is a name or a text, a colon and a value.')
    const key = property.key.type === 'Identifier' ? property.key.name : textOf(property.key)
    if (keys.has(key)) return refuse(property.key, `The key ${JSON.stringify(key)} stands twice.`, 'Leave one out.')
    keys.add(key)
    return { key, value: convert(property.value, depth), ...spanOf(property) }
  })
  return { _tag: 'Dict', entries, ...spanOf(node) }
}

const textOf = (key: acorn.Expression): string =>
  key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number')
    ? String(key.value)
    : refuse(key, 'A key is a name or a text.')

const member: Convert<acorn.MemberExpression> = (node, depth) => {
  const { object, property, computed, optional } = node
  if (object.type === 'Super') return refuse(object, 'The language has no super.')
  if (optional) return refuse(node, 'The language has no ?.', 'Write a dot: null goes through.')
  const receiver = convert(object, depth)
  if (property.type === 'PrivateIdentifier') return refuse(property, 'A name cannot begin with #.')
  if (computed) return { _tag: 'Subscript', receiver, key: convert(property, depth), ...spanOf(node) }
  if (property.type !== 'Identifier') return refuse(property, 'A name is needed behind the dot.')
  return { _tag: 'Chain', receiver, name: property.name, nameSpan: spanOf(property), args: [], ...spanOf(node) }
}

const call: Convert<acorn.CallExpression> = (node, depth) => {
  const { callee, optional } = node
  if (optional) return refuse(node, 'The language has no ?.', 'Write a dot: null goes through.')
  const args = () => listed(node.arguments, node, depth)
  if (callee.type === 'Identifier')
    return { _tag: 'Call', name: callee.name, nameSpan: spanOf(callee), args: args(), ...spanOf(node) }
  if (callee.type !== 'MemberExpression' || callee.computed)
    return refuse(callee, 'Only a name can be called.', 'Write value.operation(…) or operation(…).')
  return { ...(convert(callee, depth) as Expression & { _tag: 'Chain' }), args: args(), ...spanOf(node) }
}

const unary: Convert<acorn.UnaryExpression> = (node, depth) =>
  node.operator === '-' || node.operator === '!'
    ? { _tag: 'Unary', operator: node.operator, operand: convert(node.argument, depth), ...spanOf(node) }
    : refuse(node, `The language has no operator ${node.operator}.`)

const hintsOfKinds: Readonly<Record<string, readonly [message: string, hint?: string]>> = {
  AwaitExpression: ['The language has no await.', 'Leave it out.'],
  ChainExpression: ['The language has no ?.', 'Write a dot: null goes through.'],
  ClassExpression: ['The language has no classes.'],
  ConditionalExpression: ['The language has no ? and :.'],
  FunctionExpression: ['The language has no function.', 'Write (row) => value.'],
  NewExpression: ['The language has no new.', 'Leave it out: Date("2026-11-21").'],
  SequenceExpression: ['One expression is expected, not several.', 'Write a list: [first, second].'],
  TaggedTemplateExpression: ['The language has no templates.', 'Write text in quotes, joined by +.'],
  TemplateLiteral: ['The language has no templates.', 'Write text in quotes, joined by +.'],
  ThisExpression: ['The language has no this.'],
}

/** Our own tree from acorn's; throws {@link NotInLanguage} at what the language has not. */
export const convert = (node: acorn.Expression, depth: number): Expression => {
  if (depth > DEEPEST) return refuse(node, `The expression is nested deeper than ${DEEPEST} times.`)
  const inner = depth + 1
  switch (node.type) {
    case 'ArrayExpression':
      return { _tag: 'List', items: listed(node.elements, node, inner), ...spanOf(node) }
    case 'ArrowFunctionExpression':
      return lambda(node, inner)
    case 'BinaryExpression':
    case 'LogicalExpression':
      return binary(node, inner)
    case 'CallExpression':
      return call(node, inner)
    case 'Identifier':
      return { _tag: 'Name', name: node.name, ...spanOf(node) }
    case 'Literal':
      return literal(node, inner)
    case 'MemberExpression':
      return member(node, inner)
    case 'ObjectExpression':
      return dict(node, inner)
    case 'ParenthesizedExpression':
      return convert(node.expression, inner)
    case 'UnaryExpression':
      return unary(node, inner)
    default: {
      const [message, hint] = hintsOfKinds[node.type] ?? ['This is not part of the language.']
      return refuse(node, message, hint)
    }
  }
}
