import { typeName } from '../../codec/typeName.ts'

/** Half of a surrogate pair, for which no encoding has room. */
export const HALF_PAIR: RegExp = /\p{Surrogate}/u

const DEEPEST = 100

const isPlain = (u: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(u)
  return prototype === Object.prototype || prototype === null
}

/** Why a value is none that the server can be sent, as the end of a sentence; `undefined` where it can. */
export const operandIssue = (u: unknown, depth = 0): string | undefined => {
  if (depth > DEEPEST) return 'a value that is nested too deeply, or holds itself'
  if (u === null || typeof u === 'boolean') return undefined
  if (typeof u === 'number') return Number.isFinite(u) ? undefined : `${u}, which JSON cannot say`
  if (typeof u === 'string') return HALF_PAIR.test(u) ? 'text with half of a surrogate pair' : undefined
  if (typeof u !== 'object' || !(Array.isArray(u) || isPlain(u))) return `a value of the type ${typeName(u)}`
  const keys = Array.isArray(u) ? [] : Object.keys(u)
  if (keys.some((key) => HALF_PAIR.test(key))) return 'a dict that has a key with half of a surrogate pair'
  if (keys.some((key) => key.startsWith('$')))
    return 'a dict that has a key with $, which the server takes for an operator'
  // A copy of a list has no holes, which would go unseen.
  for (const value of Array.isArray(u) ? [...u] : Object.values(u)) {
    const issue = operandIssue(value, depth + 1)
    if (issue !== undefined) return issue
  }
  return undefined
}
