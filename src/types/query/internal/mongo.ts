import { isObject } from '../../codec/isObject.ts'

/** A filter of the server. */
export type Mongo = Readonly<Record<string, unknown>>

/** What every run passes. */
export const every: Mongo = Object.freeze({})

/** What no run passes. */
export const none: Mongo = Object.freeze({ name: Object.freeze({ $in: Object.freeze([]) }) })

const isEvery = (mongo: Mongo): boolean => Object.keys(mongo).length === 0

/** Two conditions on one field as one, where no operator stands in both. */
const together = (one: unknown, other: unknown): Mongo | undefined =>
  isObject(one) && isObject(other) && !Object.keys(other).some((key) => Object.hasOwn(one, key))
    ? { ...one, ...other }
    : undefined

const merged = (members: ReadonlyArray<Mongo>): Mongo | undefined => {
  const whole: Record<string, unknown> = {}
  for (const [key, value] of members.flatMap((member) => Object.entries(member))) {
    const both = Object.hasOwn(whole, key) ? together(whole[key], value) : value
    if (both === undefined) return undefined
    whole[key] = both
  }
  return whole
}

/** All of several filters, in one object as people write it where that says the same. */
export const allOf = (members: ReadonlyArray<Mongo>): Mongo => {
  const asking = members.filter((member) => !isEvery(member))
  return asking.includes(none) ? none : (merged(asking) ?? { $and: asking })
}

/** Any of several filters. The server takes no empty list. */
export const anyOf = (members: ReadonlyArray<Mongo>): Mongo => {
  if (members.some(isEvery)) return every
  const possible = members.filter((member) => member !== none)
  const [only] = possible
  if (only === undefined) return none
  return possible.length === 1 ? only : { $or: possible }
}

const onlyPart = (mongo: Mongo, key: string): ReadonlyArray<Mongo> | undefined =>
  Object.keys(mongo).length === 1 && Object.hasOwn(mongo, key) ? (mongo[key] as ReadonlyArray<Mongo>) : undefined

/** The opposite of a filter. */
export const noneOf = (mongo: Mongo): Mongo => {
  if (isEvery(mongo)) return none
  if (mongo === none) return every
  const refused = onlyPart(mongo, '$nor')
  return refused === undefined ? { $nor: onlyPart(mongo, '$or') ?? [mongo] } : anyOf(refused)
}
