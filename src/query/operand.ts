import { typeName } from '../types/wire/own.ts'

const MAX_DEPTH = 100

/** Whether an object is a dict as of JSON, not an instance of a class. */
export const isPlain = (u: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(u)
  return prototype === Object.prototype || prototype === null
}

/**
 * Why nothing can be compared with a value, as the end of a sentence: it is not of the type of operands, or an engine
 * refuses it or a value inside of it. `undefined` if it can.
 */
export const operandIssue = (
  u: unknown,
  engineIssue: (value: unknown) => string | undefined = () => undefined,
  depth = 0,
): string | undefined => {
  if (depth > MAX_DEPTH) return 'a value that is nested too deeply or contains itself'
  if (u === null || typeof u === 'boolean') return undefined
  if (typeof u === 'number' || typeof u === 'string') return engineIssue(u)
  if (typeof u !== 'object' || !(Array.isArray(u) || isPlain(u))) return `a value of type ${typeName(u)}`
  const issue = engineIssue(u)
  if (issue !== undefined) return issue
  // Iterating an array skips its holes; a copy has none.
  for (const value of Array.isArray(u) ? [...u] : Object.values(u)) {
    const inner = operandIssue(value, engineIssue, depth + 1)
    if (inner !== undefined) return inner
  }
  return undefined
}
