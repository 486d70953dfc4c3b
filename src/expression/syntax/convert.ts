import type * as acorn from 'acorn'
import { operations } from '../../ops/generated/operations.ts'
import type { BinaryOperator, DictEntry, Expression, Span } from './Expression.ts'

/** Stops the parser; the caller receives a failure as data. */
export class UnsupportedSyntax extends Error {
  readonly span: Span
  readonly hint: string | undefined

  constructor(span: Span, message: string, hint?: string) {
    super(message)
    this.span = span
    this.hint = hint
  }
}

const rejectSyntax = ({ start, end }: Span, message: string, hint?: string): never => {
  throw new UnsupportedSyntax({ start, end }, message, hint)
}

/** Keeps recursive walks over an expression within the stack. */
const MAX_DEPTH = 400

/** How many operations may follow each other, such as the terms of a sum; they take less of the stack than nesting does. */
const MAX_STEPS = 1000

/** How much deeper the left side of an operation is than the operation. */
const STEP = MAX_DEPTH / MAX_STEPS

/** What is wrong with an expression that exceeds these limits. */
export const tooDeep: readonly [message: string, hint: string] = [
  `The expression is nested more than ${MAX_DEPTH} levels deep, or has more than ${MAX_STEPS} operations in a row.`,
  'Use lists and their operations, such as [first, second].sum.',
]

const operators = new Map<string, BinaryOperator>([
  ...['!=', '%', '&&', '*', '**', '+', '-', '/', '//', '<', '<=', '==', '>', '>=', '||'].map(
    (operator) => [operator, operator as BinaryOperator] as const,
  ),
  ['=', '=='],
  ['===', '=='],
  ['!==', '!='],
])

const hints: Readonly<Record<string, string>> = {
  '??': 'Use coalesce(first, second).',
  '&': 'Use && for "and".',
  '|': 'Use || for "or".',
  '^': 'Use ** for powers.',
  in: 'Use list.contains(value).',
}

const spanOf = ({ start, end }: acorn.Node): Span => ({ start, end })

type Convert<N> = (node: N, depth: number) => Expression

const binary: Convert<acorn.BinaryExpression | acorn.LogicalExpression> = (node, depth) => {
  const operator = operators.get(node.operator)
  if (operator === undefined)
    return rejectSyntax(node, `Operator ${node.operator} is not supported.`, hints[node.operator])
  if (node.left.type === 'PrivateIdentifier') return rejectSyntax(node.left, 'A name cannot start with #.')
  const left = convert(node.left, depth - 1 + STEP)
  return { _tag: 'Binary', operator, left, right: convert(node.right, depth), ...spanOf(node) }
}

const literal: Convert<acorn.Literal> = (node) => {
  const { value } = node
  if (typeof value === 'bigint' || value instanceof RegExp || value === undefined)
    return rejectSyntax(node, 'Unsupported literal: expected a number, a string, true, false or null.')
  if (typeof value === 'number' && !Number.isFinite(value)) return rejectSyntax(node, 'The number is too large.')
  return { _tag: 'Literal', value, ...spanOf(node) }
}

const lambda: Convert<acorn.ArrowFunctionExpression> = (node, depth) => {
  if (node.async) return rejectSyntax(node, 'A function cannot be async.', 'Remove async.')
  const parameters = node.params.map((parameter) =>
    parameter.type === 'Identifier'
      ? parameter.name
      : rejectSyntax(parameter, 'A parameter must be a plain name.', 'Write (row) => row.name.'),
  )
  return { _tag: 'Lambda', parameters, body: convert(returned(node.body), depth), ...spanOf(node) }
}

const returned = (body: acorn.BlockStatement | acorn.Expression): acorn.Expression => {
  if (body.type !== 'BlockStatement') return body
  const [statement] = body.body
  if (body.body.length === 1 && statement?.type === 'ReturnStatement' && statement.argument) return statement.argument
  throw new UnsupportedSyntax(spanOf(statement ?? body), 'Statements are not supported.', 'Write (row) => value.')
}

const listed = (
  items: ReadonlyArray<acorn.Expression | acorn.SpreadElement | null>,
  node: acorn.Node,
  depth: number,
): ReadonlyArray<Expression> =>
  items.map((item) => {
    if (item === null) return rejectSyntax(node, 'A list cannot have empty elements.', 'Write null instead.')
    if (item.type === 'SpreadElement')
      return rejectSyntax(item, 'Spread syntax (...) is not supported.', 'Use concat([first, second]).')
    return convert(item, depth)
  })

const dict: Convert<acorn.ObjectExpression> = (node, depth) => {
  const keys = new Set<string>()
  const entries = node.properties.map((property): DictEntry => {
    if (property.type === 'SpreadElement')
      return rejectSyntax(property, 'Spread syntax (...) is not supported.', 'Write out the keys.')
    if (property.computed || property.kind !== 'init' || property.method)
      return rejectSyntax(property, 'A dict entry must have the form key: value.')
    const key = property.key.type === 'Identifier' ? property.key.name : textOf(property.key)
    if (keys.has(key))
      return rejectSyntax(property.key, `Duplicate key ${JSON.stringify(key)}.`, 'Remove one of the entries.')
    keys.add(key)
    return { key, value: convert(property.value, depth), ...spanOf(property) }
  })
  return { _tag: 'Dict', entries, ...spanOf(node) }
}

const textOf = (key: acorn.Expression): string =>
  key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number')
    ? String(key.value)
    : rejectSyntax(key, 'A key must be a name or a string.')

const member: Convert<acorn.MemberExpression> = (node, depth) => {
  const { object, property, computed, optional } = node
  if (object.type === 'Super') return rejectSyntax(object, 'super is not supported.')
  if (optional) return rejectSyntax(node, 'Optional chaining (?.) is not supported.', 'Use a dot: null propagates.')
  const receiver = convert(object, depth - 1 + STEP)
  if (property.type === 'PrivateIdentifier') return rejectSyntax(property, 'A name cannot start with #.')
  if (computed) return { _tag: 'Subscript', receiver, key: convert(property, depth), ...spanOf(node) }
  if (property.type !== 'Identifier') return rejectSyntax(property, 'Expected a name after the dot.')
  return { _tag: 'Chain', receiver, name: property.name, nameSpan: spanOf(property), args: [], ...spanOf(node) }
}

const chainNames = new Set(operations.map(({ name }) => name.replace(/^.*?-/, '')))

/**
 * The names after a dot of the operations on records, by the names of their functions: `runName(run)` is `run.name`. A name
 * that is both stays a name after a dot: `sweepName(run)` is `run.sweepName`.
 */
const chains: ReadonlyMap<string, string> = new Map(
  operations
    .map(({ name }): [string, string] => [
      name.replace(/-./, (dash) => dash.slice(1).toUpperCase()),
      name.replace(/^.*?-/, ''),
    ])
    .filter(([functionName]) => !chainNames.has(functionName)),
)

const call: Convert<acorn.CallExpression> = (node, depth) => {
  const { callee, optional } = node
  if (optional) return rejectSyntax(node, 'Optional chaining (?.) is not supported.', 'Use a dot: null propagates.')
  const args = () => listed(node.arguments, node, depth)
  if (callee.type === 'Identifier') {
    const nameSpan = spanOf(callee)
    const chain = chains.get(callee.name)
    const [receiver, ...others] = args()
    if (chain !== undefined && receiver !== undefined)
      return { _tag: 'Chain', receiver, name: chain, nameSpan, args: others, ...spanOf(node) }
    return {
      _tag: 'Call',
      name: callee.name,
      nameSpan,
      args: receiver === undefined ? [] : [receiver, ...others],
      ...spanOf(node),
    }
  }
  if (callee.type !== 'MemberExpression' || callee.computed)
    return rejectSyntax(callee, 'Only a named operation can be called.', 'Write value.operation(…) or operation(…).')
  return { ...(convert(callee, depth - 1) as Expression & { _tag: 'Chain' }), args: args(), ...spanOf(node) }
}

/** `a ? b : c` is `a.if(b, c)`. */
const conditional: Convert<acorn.ConditionalExpression> = ({ test, consequent, alternate, ...node }, depth) => ({
  _tag: 'Chain',
  receiver: convert(test, depth),
  name: 'if',
  nameSpan: { start: test.end, end: consequent.start },
  args: [convert(consequent, depth), convert(alternate, depth)],
  start: node.start,
  end: node.end,
})

const unary: Convert<acorn.UnaryExpression> = (node, depth) =>
  node.operator === '-' || node.operator === '!'
    ? { _tag: 'Unary', operator: node.operator, operand: convert(node.argument, depth), ...spanOf(node) }
    : rejectSyntax(node, `Operator ${node.operator} is not supported.`)

const unsupported: Readonly<Record<string, readonly [message: string, hint?: string]>> = {
  AwaitExpression: ['await is not supported.', 'Remove it.'],
  ChainExpression: ['Optional chaining (?.) is not supported.', 'Use a dot: null propagates.'],
  ClassExpression: ['Classes are not supported.'],
  FunctionExpression: ['function is not supported.', 'Write (row) => value.'],
  NewExpression: ['new is not supported.', 'Remove it: Date("2026-11-21").'],
  SequenceExpression: ['Expected one expression, got several.', 'Write a list: [first, second].'],
  TaggedTemplateExpression: ['Template literals are not supported.', 'Join strings with +.'],
  TemplateLiteral: ['Template literals are not supported.', 'Join strings with +.'],
  ThisExpression: ['this is not supported.'],
}

/** Converts acorn's tree to ours; throws {@link UnsupportedSyntax} at unsupported syntax. */
export const convert = (node: acorn.Expression, depth: number): Expression => {
  if (Math.floor(depth) > MAX_DEPTH) return rejectSyntax(node, ...tooDeep)
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
    case 'ConditionalExpression':
      return conditional(node, inner)
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
      const [message, hint] = unsupported[node.type] ?? ['This syntax is not supported.']
      return rejectSyntax(node, message, hint)
    }
  }
}
