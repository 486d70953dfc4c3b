import { canonical, isHolder } from './canonical.ts'

/** Gives each value the number of its group: 0 for the first and all that are alike, 1 for the next, and so on. */
export const interner = (): ((value: unknown) => number) => {
  // A map's keys are equal by type and value, with one NaN and one 0: the rule of groups for all but lists and dicts.
  const plain = new Map<unknown, number>()
  const held = new Map<unknown, number>()
  return (value) => {
    const isHeld = isHolder(value)
    const map = isHeld ? held : plain
    const key = isHeld ? canonical(value) : value
    const found = map.get(key)
    if (found !== undefined) return found
    const next = plain.size + held.size
    map.set(key, next)
    return next
  }
}
