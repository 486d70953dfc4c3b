import type { Chain, Expression, Subscript } from '../../Expression.ts'
import { partsOf } from '../parts.ts'
import { HOST_RUNS, PROJECT_RUNS } from './namedProject.ts'

/** What is done with something first: an operation behind a dot, or a place in square brackets. */
export type Step = Chain | Subscript

/** For each place where the runs are read, what is done with them, the first step first. */
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
