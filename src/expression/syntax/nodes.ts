import type { Expression } from './Expression.ts'

/** Maps the children of a node. */
export const mapChildren = (expression: Expression, change: (part: Expression) => Expression): Expression => {
  switch (expression._tag) {
    case 'Literal':
    case 'Name':
      return expression
    case 'List':
      return { ...expression, items: expression.items.map(change) }
    case 'Dict':
      return {
        ...expression,
        entries: expression.entries.map((entry) => ({ ...entry, value: change(entry.value) })),
      }
    case 'Lambda':
      return { ...expression, body: change(expression.body) }
    case 'Unary':
      return { ...expression, operand: change(expression.operand) }
    case 'Binary':
      return { ...expression, left: change(expression.left), right: change(expression.right) }
    case 'Chain':
      return { ...expression, receiver: change(expression.receiver), args: expression.args.map(change) }
    case 'Call':
      return { ...expression, args: expression.args.map(change) }
    case 'Subscript':
      return { ...expression, receiver: change(expression.receiver), key: change(expression.key) }
  }
}

/** The children of a node, in order. */
export const childNodes = (expression: Expression): ReadonlyArray<Expression> => {
  const parts: Array<Expression> = []
  mapChildren(expression, (part) => {
    parts.push(part)
    return part
  })
  return parts
}

/** Whether a node or any of its descendants satisfies a predicate. */
export const someNode = (expression: Expression, is: (part: Expression) => boolean): boolean =>
  is(expression) || childNodes(expression).some((part) => someNode(part, is))

/** Whether a name is used where no parameter shadows it. */
export const usesName = (expression: Expression, name: string): boolean => {
  if (expression._tag === 'Name') return expression.name === name
  if (expression._tag === 'Lambda' && expression.parameters.includes(name)) return false
  return childNodes(expression).some((part) => usesName(part, name))
}
