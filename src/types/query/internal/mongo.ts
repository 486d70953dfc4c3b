import { isObject } from '../../codec/isObject.ts'

/** A server filter. */
export type Mongo = Readonly<Record<string, unknown>>

/** Matches every run. */
export const every: Mongo = Object.freeze({})

/** Matches no run. */
export const none: Mongo = Object.freeze({ name: Object.freeze({ $in: Object.freeze([]) }) })

const isEvery = (mongo: Mongo): boolean => Object.keys(mongo).length === 0

/** Merges two conditions on one field if they share no operator. */
const mergeConditions = (one: unknown, other: unknown): Mongo | undefined =>
  isObject(one) && isObject(other) && !Object.keys(other).some((key) => Object.hasOwn(one, key))
    ? { ...one, ...other }
    : undefined

const mergeFilters = (members: ReadonlyArray<Mongo>): Mongo | undefined => {
  const whole: Record<string, unknown> = {}
  for (const [key, value] of members.flatMap((member) => Object.entries(member))) {
    const both = Object.hasOwn(whole, key) ? mergeConditions(whole[key], value) : value
    if (both === undefined) return undefined
    whole[key] = both
  }
  return whole
}

/** Combines filters with AND, in a single object if that is equivalent. */
export const allOf = (members: ReadonlyArray<Mongo>): Mongo => {
  const asking = members.filter((member) => !isEvery(member))
  return asking.includes(none) ? none : (mergeFilters(asking) ?? { $and: asking })
}

/** Combines filters with OR. The server rejects an empty list. */
export const anyOf = (members: ReadonlyArray<Mongo>): Mongo => {
  if (members.some(isEvery)) return every
  const possible = members.filter((member) => member !== none)
  const [only] = possible
  if (only === undefined) return none
  return possible.length === 1 ? only : { $or: possible }
}

const soleOperand = (mongo: Mongo, key: string): ReadonlyArray<Mongo> | undefined =>
  Object.keys(mongo).length === 1 && Object.hasOwn(mongo, key) ? (mongo[key] as ReadonlyArray<Mongo>) : undefined

/** Negates a filter. */
export const noneOf = (mongo: Mongo): Mongo => {
  if (isEvery(mongo)) return none
  if (mongo === none) return every
  const operands = soleOperand(mongo, '$nor')
  return operands === undefined ? { $nor: soleOperand(mongo, '$or') ?? [mongo] } : anyOf(operands)
}
