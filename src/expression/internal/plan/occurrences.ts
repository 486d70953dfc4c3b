import type { Chain, Expression, Subscript } from '../../Expression.ts'
import { partsOf } from '../parts.ts'
import { HOST_RUNS, PROJECT_RUNS } from './namedProject.ts'

/** A step on a value: an operation after a dot, or a subscript. */
export type Step = Chain | Subscript

/** Returns the steps applied to each use of the runs, the first step first. */
export const occurrences = (expression: Expression): ReadonlyArray<ReadonlyArray<Step>> => {
  const found: Array<ReadonlyArray<Step>> = []
  const visit = (part: Expression, steps: ReadonlyArray<Step>, hidden: ReadonlySet<string>): void => {
    switch (part._tag) {
      case 'Name':
        if ((part.name === HOST_RUNS || part.name === PROJECT_RUNS) && !hidden.has(part.name)) found.push(steps)
        return
      case 'Chain':
      case 'Subscript': {
        const [receiver, ...others] = partsOf(part)
        if (receiver !== undefined) visit(receiver, [part, ...steps], hidden)
        for (const other of others) visit(other, [], hidden)
        return
      }
      case 'Lambda':
        visit(part.body, [], new Set([...hidden, ...part.parameters]))
        return
      default:
        for (const other of partsOf(part)) visit(other, [], hidden)
    }
  }
  visit(expression, [], new Set())
  return found
}
