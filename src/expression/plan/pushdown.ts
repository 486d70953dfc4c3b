import * as E from 'fp-ts/lib/Either.js'
import { and, everything, isEverything, or } from '../../query/combine.ts'
import type { Filter } from '../../query/Filter.ts'
import { toMongo } from '../../query/mongo/toMongo.ts'
import { toOrder } from '../../query/mongo/toOrder.ts'
import type { Chain, Expression, Subscript } from '../syntax/Expression.ts'
import { childNodes } from '../syntax/nodes.ts'

import { columnReadOf } from './columnOf.ts'
import { splitConditions } from './conditions.ts'
import { constantOf, directionOf } from './constants.ts'
import type { TypedExpression } from './overRuns.ts'
import { HOST_RUNS, PROJECT_RUNS } from './overRuns.ts'
import type { Plan } from './Plan.ts'

/** A step on a value: an operation after a dot, or a subscript. */
type Step = Chain | Subscript

/** Returns the steps applied to each use of the runs, the first step first. */
const runsUsages = (expression: Expression): ReadonlyArray<ReadonlyArray<Step>> => {
  const found: Array<ReadonlyArray<Step>> = []
  const visit = (part: Expression, steps: ReadonlyArray<Step>, hidden: ReadonlySet<string>): void => {
    switch (part._tag) {
      case 'Name':
        if ((part.name === HOST_RUNS || part.name === PROJECT_RUNS) && !hidden.has(part.name)) found.push(steps)
        return
      case 'Chain':
      case 'Subscript': {
        const [receiver, ...others] = childNodes(part)
        if (receiver !== undefined) visit(receiver, [part, ...steps], hidden)
        for (const other of others) visit(other, [], hidden)
        return
      }
      case 'Lambda':
        visit(part.body, [], new Set([...hidden, ...part.parameters]))
        return
      default:
        for (const other of childNodes(part)) visit(other, [], hidden)
    }
  }
  visit(expression, [], new Set())
  return found
}

/** Returns the server order that is equivalent to a sort; `undefined` if there is none. */
const serverOrder = ({ args: [key, direction, ...more] }: Chain): string | undefined => {
  const parsed = directionOf(direction)
  const row = key?._tag === 'Lambda' && key.parameters.length === 1 ? key.parameters[0] : undefined
  if (key?._tag !== 'Lambda' || row === undefined || parsed === undefined || more.length > 0) return undefined
  const isList = key.body._tag === 'List'
  const [part, ...others] = key.body._tag === 'List' ? key.body.items : [key.body]
  const read = part && columnReadOf(part, row)
  if (read === undefined || others.length > 0) return undefined
  const { column, type, fallback, absent, slack } = read
  if (fallback !== undefined || absent !== undefined || slack !== undefined) return undefined
  // A list at the key would count as several keys, and a list on the path to it would map.
  if (type === 'any' && !(isList && 'path' in column && column.path.length === 1)) return undefined
  const order = toOrder([{ column, direction: parsed }])
  return E.isRight(order) ? order.right : undefined
}

type Pushed = Pick<Plan, 'filters' | 'remaining' | 'limit' | 'order' | 'pushed'>

interface Asked extends Omit<Pushed, 'filters'> {
  readonly filter: Filter<unknown>
}

/** A literal number of elements. */
const countOf = (part: Expression | undefined): number | undefined => {
  const value = part && constantOf(part)?.value
  return typeof value === 'number' ? Math.max(0, Math.floor(value)) : undefined
}

/** The largest GraphQL integer. */
const MAX_INT = 2 ** 31 - 1

/** How many runs from the start the steps read, and in which order, if known. */
const firstOf = (steps: ReadonlyArray<Step>): Pick<Pushed, 'limit' | 'order'> => {
  let order: string | undefined
  let from = 0
  const upTo = (count: number): Pick<Pushed, 'limit' | 'order'> => {
    const limit = Math.max(1, from + count)
    return limit <= MAX_INT ? { limit, order } : { limit: undefined, order: undefined }
  }
  for (const step of steps) {
    if (step._tag === 'Subscript' || step.name === 'index') {
      const part = step._tag === 'Subscript' ? step.key : step.args[0]
      const index = part && constantOf(part)?.value
      if (typeof index === 'number' && Number.isInteger(index) && index >= 0) return upTo(index + 1)
      break
    }
    const count = step.args.length === 1 ? countOf(step.args[0]) : undefined
    if (step.name === 'limit' && count !== undefined) return upTo(count)
    if (step.name === 'offset' && count !== undefined) from += count
    else if (step.name === 'sort' && order === undefined && from === 0 && serverOrder(step) !== undefined)
      order = serverOrder(step)
    else break
  }
  return { limit: undefined, order: undefined }
}

/** Collects what the server can do of the first steps after the runs. */
const askedOf = (steps: ReadonlyArray<Step>, types: TypedExpression): Asked => {
  const pushed: Array<Plan['pushed'][number]> = []
  const remaining: Array<Plan['remaining'][number]> = []
  let filter: Filter<unknown> = everything
  let isExact = true
  let done = 0
  for (const step of steps) {
    const [condition] = step._tag === 'Chain' ? step.args : []
    if (step._tag !== 'Chain' || step.name !== 'filter' || condition?._tag !== 'Lambda') break
    const conditions = splitConditions(condition, types)
    filter = and(filter, conditions.filter)
    isExact = isExact && conditions.isExact
    pushed.push(...conditions.pushed)
    remaining.push(...conditions.remaining)
    done += 1
    if (!conditions.isOpen) break
  }
  const first = isExact ? firstOf(steps.slice(done)) : { limit: undefined, order: undefined }
  return { filter, pushed, remaining, ...first }
}

const nothingPushed: Pushed = { filters: {}, limit: undefined, order: undefined, pushed: [], remaining: [] }

/** Combines the filters of several uses of the runs into one that covers them all. */
const combined = (all: ReadonlyArray<Asked>): Asked => {
  const limits = all.map(({ limit }) => limit)
  const isFree = all.every(({ filter, order }) => isEverything(filter) && order === undefined)
  const isUseful = all.every(({ filter }) => !isEverything(filter))
  return {
    filter: isUseful ? or(...all.map(({ filter }) => filter)) : everything,
    limit: isFree && limits.every((limit) => limit !== undefined) ? Math.max(...limits) : undefined,
    order: undefined,
    pushed: isUseful ? all.flatMap(({ pushed }) => pushed.map((condition) => ({ ...condition, isExact: false }))) : [],
    remaining: [
      ...all.flatMap(({ remaining }) => remaining),
      ...(isUseful ? [] : all.flatMap(({ pushed }) => pushed)).map(({ text }) => ({
        text,
        reason: 'applies to one use of the runs, and another use needs the others',
      })),
    ],
  }
}

/** Collects what the server can do of an expression: filter, sort and limit. */
export const pushdown = (expression: Expression, types: TypedExpression): Pushed => {
  const all = runsUsages(expression).map((steps) => askedOf(steps, types))
  const [only, ...others] = all
  if (only === undefined) return nothingPushed
  const { filter, ...rest } = others.length === 0 ? only : combined(all)
  if (isEverything(filter)) return { filters: {}, ...rest }
  const filters = toMongo(filter)
  if (E.isRight(filters)) return { filters: filters.right, ...rest }
  // Each part is expressible, but together they may be nested too deeply.
  const remaining = [...rest.remaining, ...rest.pushed.map(({ text }) => ({ text, reason: filters.left.reason }))]
  return { ...nothingPushed, remaining }
}
