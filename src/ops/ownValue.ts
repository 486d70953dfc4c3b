import { valueAt } from './internal/valueAt.ts'

/**
 * Reads the own property of a value at a fixed key; `undefined` when there is none.
 *
 * @internal
 */
export type OwnValue = (value: unknown) => unknown

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
const callSites: ReadonlyArray<(key: string) => OwnValue> = [
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

const readers = /* @__PURE__ */ new Map<string, OwnValue>()

/**
 * Returns a reader of one key for many values, some of which may not be objects. The first keys that a program asks
 * for get a call site of their own.
 *
 * @internal
 */
export const ownValueBy = (key: string): OwnValue => {
  const found = readers.get(key)
  if (found !== undefined) return found
  const makeReader = key === 'length' ? undefined : callSites[readers.size]
  if (makeReader === undefined) return (value) => valueAt(value, [key])
  const read = makeReader(key)
  readers.set(key, read)
  return read
}
