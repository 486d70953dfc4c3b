/** An object whose properties may have any value. */
export type UnknownRecord = Readonly<Record<string, unknown>>

/** An object's own property, ignoring its prototype; `undefined` if there is none. */
export const getOwn = (object: UnknownRecord, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined

/**
 * Sets an own property, including `__proto__`, where an assignment would set the prototype instead.
 */
export const setOwn = (target: Record<string, unknown>, key: string, value: unknown): void => {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
  else target[key] = value
}

/** Whether a value is an object in the sense of JSON: not null, not an array. */
export const isObject = (u: unknown): u is UnknownRecord => typeof u === 'object' && u !== null && !Array.isArray(u)

/** Whether a value is an object as of JSON text, which has no dates. */
export const isDict = (u: unknown): u is UnknownRecord => isObject(u) && !(u instanceof Date)

/** The text at a key, where a number or a boolean is its text; `undefined` if there is none, or an empty one. */
export const textAt = (u: unknown, key: string): string | undefined => {
  const value = isObject(u) ? getOwn(u, key) : undefined
  const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isText && value !== '' ? String(value) : undefined
}

/** Whether a value is `null` or `undefined`. */
export const isNone = (u: unknown): u is null | undefined => u === null || u === undefined

/** The shared empty object. */
export const emptyObject: Readonly<Record<string, never>> = Object.freeze({})

/** The name of a value's type, as decode failures report it: never the value itself. */
export const typeName = (u: unknown): string => {
  if (u === null) return 'null'
  if (Array.isArray(u)) return 'array'
  if (u instanceof Date) return 'date'
  return typeof u
}
