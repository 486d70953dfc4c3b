import * as E from 'fp-ts/lib/Either.js'
import { invalidOption } from '../../client/errors.ts'
import type { LoadError } from '../../client/LoadError.ts'

const invalidAt = (path: ReadonlyArray<string>, reason: string): LoadError =>
  invalidOption(['filters', ...path].join('.').slice(0, 200), reason)

const isPlain = (u: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(u)
  return prototype === Object.prototype || prototype === null
}

/** JSON silently omits these values or turns them into `null`, which would change the filter. */
const lostInJson = (u: unknown, path: ReadonlyArray<string>): LoadError | undefined => {
  if (path.length > 100) return invalidAt(path, 'is nested too deeply or contains itself')
  if (typeof u === 'number' && !Number.isFinite(u)) return invalidAt(path, `must be a finite number, got ${u}`)
  if (u === undefined || typeof u === 'function' || typeof u === 'symbol' || typeof u === 'bigint')
    return invalidAt(path, `must be a JSON value, got ${typeof u}`)
  if (typeof u === 'object' && u !== null && 'toJSON' in u && u.toJSON !== Date.prototype.toJSON)
    return invalidAt(path, 'must not have a toJSON, which would change it')
  if (u instanceof Date) return Number.isNaN(u.getTime()) ? invalidAt(path, 'must be a valid date') : undefined
  if (u instanceof RegExp) return invalidAt(path, 'must not be a RegExp: use { $regex: "…" }')
  if (typeof u !== 'object' || u === null) return undefined
  if (!Array.isArray(u) && !isPlain(u)) return invalidAt(path, 'must be a plain object')
  if (Object.getOwnPropertySymbols(u).length > 0) return invalidAt(path, 'must not have a symbol for a key')
  // Copies the array, because `Object.entries` skips holes.
  for (const [key, value] of Object.entries(Array.isArray(u) ? [...u] : u)) {
    const lost = lostInJson(value, [...path, key])
    if (lost !== undefined) return lost
  }
  return undefined
}

/** Serializes filters of any records, or rejects values that JSON cannot represent. */
export const serializeFilters = (filters: unknown = {}): E.Either<LoadError, string> => {
  if (typeof filters !== 'object' || filters === null || Array.isArray(filters))
    return E.left(invalidAt([], 'must be an object such as { state: "finished" }'))
  const lost = lostInJson(filters, [])
  return lost === undefined ? E.right(JSON.stringify(filters)) : E.left(lost)
}
