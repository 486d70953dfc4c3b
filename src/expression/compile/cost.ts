import type { Expression } from '../syntax/Expression.ts'
import { childNodes } from '../syntax/nodes.ts'

const CLOSURE = 2

const costs: Readonly<Record<Expression['_tag'], number>> = {
  Binary: 1,
  Call: 4,
  Chain: 4,
  Dict: 5,
  Lambda: CLOSURE,
  List: 3,
  Literal: 1,
  Name: 1,
  Subscript: 3,
  Unary: 2,
}

/** How many elements cost as much to process as one evaluation of a part, without the functions within. */
export const costOf = (part: Expression): number =>
  childNodes(part).reduce((cost, child) => cost + (child._tag === 'Lambda' ? CLOSURE : costOf(child)), costs[part._tag])
