import type { Expression } from '../syntax/Expression.ts'
import { print } from '../syntax/print.ts'
import { HOST_RUNS, PROJECT_RUNS, readsRuns } from './overRuns.ts'
import type { EvaluatedPart, Plan } from './Plan.ts'
import type { RelationalPart } from './RelationalPart.ts'
import { relationalParts } from './relationalParts.ts'
import type { Obstacle } from './selection.ts'

const isRuns = (name: string): boolean => name === HOST_RUNS || name === PROJECT_RUNS

const selecting: ReadonlySet<string> = new Set(['filter', 'limit', 'sort'])

/** A step as text, without the steps before it. */
const stepText = ({ step }: Obstacle): string => {
  const isStep = step._tag === 'Chain' && selecting.has(step.name)
  return print(isStep ? { ...step, receiver: { _tag: 'Name', name: HOST_RUNS, start: 0, end: 0 } } : step)
}

/** What is evaluated from the answer to a part. */
const afterPart = ({ node, answer }: RelationalPart, expression: Expression): ReadonlyArray<EvaluatedPart> => {
  const body = answer._tag === 'Each' && answer.body._tag !== 'Name' ? answer.given : undefined
  const ofEach = body && { text: print(body), reason: 'is evaluated for each group' }
  const rest =
    node === expression ? undefined : { text: 'the rest of the expression', reason: 'is evaluated from these answers' }
  return [ofEach, rest].filter((part) => part !== undefined)
}

/** Plans which parts of an expression over runs columns answer. */
export const plannedRelations = (expression: Expression): Pick<Plan, 'evaluated' | 'relations'> => {
  const { parts, obstacles } = relationalParts(expression, isRuns)
  const stopped = obstacles.map((obstacle) => ({ text: stepText(obstacle), reason: obstacle.reason }))
  const after = parts.flatMap((part) => afterPart(part, expression))
  const isWhole = parts.length === 0 && stopped.length === 0 && readsRuns(expression)
  const whole = { text: 'all of the expression', reason: 'has no filter, sort, group or aggregate of columns' }
  const evaluated = [
    ...new Map([...stopped, ...after, ...(isWhole ? [whole] : [])].map((part) => [part.text, part])).values(),
  ]
  return { relations: parts.map(({ node, relation }) => ({ text: print(node), relation })), evaluated }
}
