import * as E from 'fp-ts/lib/Either.js'
import { and, everything } from '../../query/combine.ts'
import { describeFilter } from '../../query/describe.ts'
import type { Filter } from '../../query/Filter.ts'
import { splitFilter } from '../../query/mongo/split.ts'
import { toMongo } from '../../query/mongo/toMongo.ts'
import type { Expression, Lambda } from '../syntax/Expression.ts'
import { someNode } from '../syntax/nodes.ts'
import { print } from '../syntax/print.ts'
import { innermostType } from '../types/Type.ts'
import { filterBounds } from './boundsOf.ts'
import { hasDottedKey, isKeyName } from './columnOf.ts'
import type { PushedCondition, RemainingCondition } from './Plan.ts'
import type { TypedExpression } from './typed.ts'

/** How conditions divide between the server and the expression. */
interface Conditions {
  readonly filter: Filter<unknown>
  /** Whether the filter matches the same runs as the conditions. */
  readonly isExact: boolean
  readonly pushed: ReadonlyArray<PushedCondition>
  readonly remaining: ReadonlyArray<RemainingCondition>
  /** Whether later conditions may be applied first. */
  readonly isOpen: boolean
}

const isEverything = (filter: Filter): boolean => filter._tag === 'And' && filter.filters.length === 0

const members = (part: Expression): ReadonlyArray<Expression> =>
  part._tag === 'Binary' && part.operator === '&&' ? [...members(part.left), ...members(part.right)] : [part]

/** Whether a part can fail at evaluation, by an operation that some values do not have. */
const mayStop = (part: Expression, { types }: TypedExpression): boolean =>
  someNode(part, (inner) => {
    if (inner._tag !== 'Chain' || !isKeyName(inner.name)) return false
    const type = innermostType(types.get(inner.receiver) ?? { _tag: 'Any' })
    return type._tag === 'Any' || type._tag === 'Union' || type._tag === 'None'
  })

const COMPUTED = 'is not a comparison of a value of the run with a constant'
const DOTTED = 'has a key with a dot, which may be a key or a path here and is always a path for the server'

const refusal = (filter: Filter): string => {
  const said = toMongo(filter)
  // The advice to split the filter is already followed.
  return E.isLeft(said) ? (said.left.reason.split(': use split')[0] ?? COMPUTED) : COMPUTED
}

const conditionOf = (part: Expression, row: string | undefined): Omit<Conditions, 'isOpen'> => {
  const text = print(part)
  const keep = (reason: string) => ({ filter: everything, isExact: false, pushed: [], remaining: [{ text, reason }] })
  const bounds = row === undefined ? undefined : filterBounds(part, row)
  if (bounds === undefined || (isEverything(bounds.whenTrue) && !bounds.isExact))
    return keep(someNode(part, hasDottedKey) ? DOTTED : COMPUTED)
  const { pushed, remaining } = splitFilter(bounds.whenTrue)
  if (isEverything(pushed) && !isEverything(bounds.whenTrue)) return keep(refusal(bounds.whenTrue))
  const isExact = bounds.isExact && isEverything(remaining)
  return { filter: pushed, isExact, pushed: [{ text, filter: describeFilter(pushed), isExact }], remaining: [] }
}

/** Splits the function of a `filter` into conditions for the server and conditions for the expression. */
export const splitConditions = ({ parameters, body }: Lambda, types: TypedExpression): Conditions => {
  const [row, index] = parameters
  const barrier = (reason: string): Conditions => ({
    filter: everything,
    isExact: false,
    pushed: [],
    remaining: [{ text: print(body), reason }],
    isOpen: false,
  })
  if (index !== undefined) return barrier('uses the index of a run, which depends on the runs before it')
  if (mayStop(body, types)) return barrier('calls an operation that some values may not have, which is a failure')
  const parts = members(body).map((part) => conditionOf(part, row))
  return {
    filter: and(...parts.map(({ filter }) => filter)),
    isExact: parts.every(({ isExact }) => isExact),
    pushed: parts.flatMap(({ pushed }) => pushed),
    remaining: parts.flatMap(({ remaining }) => remaining),
    isOpen: true,
  }
}
