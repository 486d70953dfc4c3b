import { valueAt } from './internal/valueAt.ts'

/**
 * Gives a value's own value at a key; `undefined` where it has none.
 *
 * @internal
 */
export type OwnValue = (value: unknown) => unknown

type Dict = Readonly<Record<string, unknown>>

const base: Dict = Object.prototype as never

const isObject = (value: unknown): value is Dict => typeof value === 'object' && value !== null

/**
 * What is found is the value's own where all that it inherits from is the usual prototype, and that has no such key.
 * Anything else may be an object of a class, of which a getter may throw.
 */
const own = (value: unknown, key: string, find: (object: Dict) => unknown, inherited: unknown): unknown => {
  if (!isObject(value)) return undefined
  try {
    const found = find(value)
    if (inherited === undefined && Object.getPrototypeOf(value) === base) return found
  } catch {}
  return valueAt(value, [key])
}

// An engine remembers at each place of the code how one key was found there last, and finds several keys at one place
// much more slowly. These do the same, each at a place of its own.
const places: ReadonlyArray<(key: string) => OwnValue> = [
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

const known = /* @__PURE__ */ new Map<string, OwnValue>()

/**
 * How a key is read from many values, of which some may be no objects. The first keys that a program asks for have a
 * place of their own.
 *
 * @internal
 */
export const ownValueBy = (key: string): OwnValue => {
  const found = known.get(key)
  if (found !== undefined) return found
  const at = key === 'length' ? undefined : places[known.size]
  if (at === undefined) return (value) => valueAt(value, [key])
  const read = at(key)
  known.set(key, read)
  return read
}
