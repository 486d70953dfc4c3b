import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../../LoadError.ts'

const refuse = (path: ReadonlyArray<string>, reason: string): LoadError =>
  loadError({ _tag: 'InvalidQuery', field: ['filters', ...path].join('.').slice(0, 100), reason })

const isPlain = (u: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(u)
  return prototype === Object.prototype || prototype === null
}

/** What JSON would leave out or turn into `null` without a word, and so would ask another question. */
const lostInJson = (u: unknown, path: ReadonlyArray<string>): LoadError | undefined => {
  if (path.length > 100) return refuse(path, 'is nested too deeply, or holds itself')
  if (typeof u === 'number' && !Number.isFinite(u)) return refuse(path, `is ${u}, which JSON cannot say`)
  if (u === undefined || typeof u === 'function' || typeof u === 'symbol' || typeof u === 'bigint')
    return refuse(path, `is ${typeof u}, which JSON cannot say`)
  if (u instanceof Date) return Number.isNaN(u.getTime()) ? refuse(path, 'is an invalid date') : undefined
  if (u instanceof RegExp) return refuse(path, 'is a regular expression: write { $regex: "…" }')
  if (typeof u !== 'object' || u === null) return undefined
  if (!Array.isArray(u) && !isPlain(u)) return refuse(path, 'is no plain object')
  // A copy of a list has no holes, which would go unseen.
  for (const [key, value] of Object.entries(Array.isArray(u) ? [...u] : u)) {
    const lost = lostInJson(value, [...path, key])
    if (lost !== undefined) return lost
  }
  return undefined
}

/** The filters as the server takes them: the text of the very object, or why no text says the same. */
export const filtersText = (filters: unknown = {}): E.Either<LoadError, string> => {
  if (typeof filters !== 'object' || filters === null || Array.isArray(filters))
    return E.left(refuse([], 'must be an object such as { state: "finished" }'))
  const lost = lostInJson(filters, [])
  return lost === undefined ? E.right(JSON.stringify(filters)) : E.left(lost)
}
