import { setOwn } from './own.ts'

type Container = Record<string, unknown> | Array<unknown>

/** Whether a value is a list or dict as of JSON. A `Date` or an instance of a class is shared, not copied or frozen. */
const isContainer = (u: unknown): u is Container => {
  if (typeof u !== 'object' || u === null) return false
  if (Array.isArray(u)) return true
  const prototype: unknown = Object.getPrototypeOf(u)
  return prototype === Object.prototype || prototype === null
}

/** A list or dict that is already frozen may be one that contains itself. */
const isUnfrozen = (u: unknown): u is Container => isContainer(u) && !Object.isFrozen(u)

/**
 * Freezes a value that has no other owner, with all lists and dicts within. Iterative, because the engine's parser
 * accepts deeper nesting than the stack allows.
 */
export const freezeParsed = <A>(root: A): A => {
  if (!isContainer(root)) return root
  const pending: Array<Container> = [root]
  for (let container = pending.pop(); container !== undefined; container = pending.pop()) {
    Object.freeze(container)
    if (Array.isArray(container)) {
      for (let index = 0; index < container.length; index += 1) {
        const part: unknown = container[index]
        if (isUnfrozen(part)) pending.push(part)
      }
    } else {
      for (const key in container) {
        const part = container[key]
        if (isUnfrozen(part)) pending.push(part)
      }
    }
  }
  return root
}

/**
 * Returns a frozen copy of a value that may have another owner: its lists and dicts, at any depth, are copied, and a
 * list or dict that contains itself stays one. Anything else is passed to `convert`.
 */
export const frozenCopy = (root: unknown, convert: (leaf: unknown) => unknown = (leaf) => leaf): unknown => {
  const copies = new Map<Container, Container>()
  const pending: Array<Container> = []
  const copyOf = (value: unknown): unknown => {
    if (!isContainer(value)) return convert(value)
    const known = copies.get(value)
    if (known !== undefined) return known
    const copy: Container = Array.isArray(value) ? [] : {}
    copies.set(value, copy)
    pending.push(value)
    return copy
  }
  const result = copyOf(root)
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    const copy = copies.get(value) as Container
    if (Array.isArray(value)) for (const part of value) (copy as Array<unknown>).push(copyOf(part))
    else for (const key of Object.keys(value)) setOwn(copy as Record<string, unknown>, key, copyOf(value[key]))
    Object.freeze(copy)
  }
  return result
}
