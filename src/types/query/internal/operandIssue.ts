import { typeName } from '../../codec/typeName.ts'

/** A lone surrogate, which UTF-8 cannot encode. */
export const HALF_PAIR: RegExp = /\p{Surrogate}/u

const MAX_DEPTH = 100

const isPlain = (u: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(u)
  return prototype === Object.prototype || prototype === null
}

/** Why the server cannot be sent a value, as the end of a sentence; `undefined` if it can. */
export const operandIssue = (u: unknown, depth = 0): string | undefined => {
  if (depth > MAX_DEPTH) return 'a value that is nested too deeply or contains itself'
  if (u === null || typeof u === 'boolean') return undefined
  if (typeof u === 'number') return Number.isFinite(u) ? undefined : `${u}, which JSON cannot represent`
  if (typeof u === 'string') return HALF_PAIR.test(u) ? 'a string with a lone surrogate' : undefined
  if (typeof u !== 'object' || !(Array.isArray(u) || isPlain(u))) return `a value of type ${typeName(u)}`
  const keys = Array.isArray(u) ? [] : Object.keys(u)
  if (keys.some((key) => HALF_PAIR.test(key))) return 'a dict with a lone surrogate in a key'
  if (keys.some((key) => key.startsWith('$')))
    return 'a dict with a key that starts with $, which the server reads as an operator'
  // Iterating an array skips its holes; a copy has none.
  for (const value of Array.isArray(u) ? [...u] : Object.values(u)) {
    const issue = operandIssue(value, depth + 1)
    if (issue !== undefined) return issue
  }
  return undefined
}
