import type { Expression } from '../../Expression.ts'
import { rootOperation } from '../../library/roots.ts'
import { mapParts } from '../parts.ts'

/** Rewrites `count(runs)` to the equivalent `runs.count`. */
export const chained = (expression: Expression): Expression => {
  const inner = mapParts(expression, chained)
  if (inner._tag !== 'Call' || rootOperation(inner.name) !== undefined) return inner
  const [receiver, ...args] = inner.args
  if (receiver === undefined) return inner
  const { name, nameSpan, start, end } = inner
  return { _tag: 'Chain', receiver, name, nameSpan, args, start, end }
}
