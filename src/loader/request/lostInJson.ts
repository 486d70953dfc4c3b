/** What JSON cannot represent in a value, and where. */
export interface LostInJson {
  readonly path: ReadonlyArray<string>
  readonly reason: string
}

const lost = (path: ReadonlyArray<string>, reason: string): LostInJson => ({ path, reason })

const isPlain = (u: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(u)
  return prototype === Object.prototype || prototype === null
}

/** JSON silently omits these values or turns them into `null`, which would change the filter. */
const lostInJson = (u: unknown, path: ReadonlyArray<string>): LostInJson | undefined => {
  if (path.length > 100) return lost(path, 'is nested too deeply or contains itself')
  if (typeof u === 'number' && !Number.isFinite(u)) return lost(path, `must be a finite number, got ${u}`)
  if (u === undefined || typeof u === 'function' || typeof u === 'symbol' || typeof u === 'bigint')
    return lost(path, `must be a JSON value, got ${typeof u}`)
  if (typeof u === 'object' && u !== null && 'toJSON' in u && u.toJSON !== Date.prototype.toJSON)
    return lost(path, 'must not have a toJSON, which would change it')
  if (u instanceof Date) return Number.isNaN(u.getTime()) ? lost(path, 'must be a valid date') : undefined
  if (u instanceof RegExp) return lost(path, 'must not be a RegExp: use { $regex: "…" }')
  if (typeof u !== 'object' || u === null) return undefined
  if (!Array.isArray(u) && !isPlain(u)) return lost(path, 'must be a plain object')
  if (Object.getOwnPropertySymbols(u).length > 0) return lost(path, 'must not have a symbol for a key')
  // Copies the array, because `Object.entries` skips holes.
  for (const [key, value] of Object.entries(Array.isArray(u) ? [...u] : u)) {
    const within = lostInJson(value, [...path, key])
    if (within !== undefined) return within
  }
  return undefined
}

/** The JSON of filters, or what it cannot represent. It imports nothing, so that it can be loaded by itself. */
export const filtersText = (filters: unknown): string | LostInJson =>
  typeof filters !== 'object' || filters === null || Array.isArray(filters)
    ? lost([], 'must be an object such as { state: "finished" }')
    : (lostInJson(filters, []) ?? JSON.stringify(filters))
