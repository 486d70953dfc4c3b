import type { Path } from './Operation.ts'

const INDEX = /^(0|[1-9]\d*)$/

/** Returns the value at a path of own properties; `undefined` when there is none. */
export const valueAt = (value: unknown, path: Path): unknown => {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    // `length` is an own property of arrays, but not an element.
    if (!Object.hasOwn(current, key) || (Array.isArray(current) && !INDEX.test(String(key)))) return undefined
    current = (current as Readonly<Record<string | number, unknown>>)[key]
  }
  return current
}

/**
 * Reads the own property of a value at a fixed key; `undefined` when there is none.
 *
 * @internal
 */
export type PropertyReader = (value: unknown) => unknown

type Dict = Readonly<Record<string, unknown>>

const base: Dict = Object.prototype as never

const isObject = (value: unknown): value is Dict => typeof value === 'object' && value !== null

/**
 * Fast path for plain objects: with the default prototype, and no such key on it, the value found is an own one.
 * Anything else may be a class instance with inherited getters, which may throw; `valueAt` reads own properties
 * only.
 */
const own = (value: unknown, key: string, find: (object: Dict) => unknown, inherited: unknown): unknown => {
  if (!isObject(value)) return undefined
  try {
    const found = find(value)
    if (inherited === undefined && Object.getPrototypeOf(value) === base) return found
  } catch {}
  return valueAt(value, [key])
}

// V8's inline caches are per call site: one closure per key keeps each property read monomorphic.
const callSites: ReadonlyArray<(key: string) => PropertyReader> = [
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
  (key) => (value) => own(value, key, (object) => object[key], base[key]),
]

const readers = /* @__PURE__ */ new Map<string, PropertyReader>()

/**
 * Returns a reader of one key for many values, some of which may not be objects. The first keys that a program asks
 * for get a call site of their own.
 *
 * @internal
 */
export const propertyReader = (key: string): PropertyReader => {
  const found = readers.get(key)
  if (found !== undefined) return found
  const makeReader = key === 'length' ? undefined : callSites[readers.size]
  if (makeReader === undefined) return (value) => valueAt(value, [key])
  const read = makeReader(key)
  readers.set(key, read)
  return read
}
