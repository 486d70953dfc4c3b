import { writeTree } from '../../types/wire/writeTree.ts'

const leafKey = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  return value instanceof Date ? `time ${value.getTime()}` : `${typeof value} ${String(value)}`
}

const sortedKeys = (dict: object): ReadonlyArray<string> => Object.keys(dict).sort()

const isObjectLike = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Returns a string that is equal for lists, dicts and dates with equal content; dict keys in any order. */
const canonicalKey = (value: object): string => writeTree(value, leafKey, sortedKeys) ?? ''

/** Whether two values fall in the same group: same type and equal, with all `NaN` equal, and 0 equal to -0. */
export const isSameGroup = (one: unknown, other: unknown): boolean =>
  one === other ||
  (isObjectLike(one) && isObjectLike(other)
    ? canonicalKey(one) === canonicalKey(other)
    : Number.isNaN(one) && Number.isNaN(other))

/** Numbers values by group: 0 for the first value and all values equal to it, 1 for the next, and so on. */
interface Interner {
  readonly groupOf: (value: unknown) => number
  /** The group of `numbers[at]`. */
  readonly groupOfNumber: (numbers: Float64Array, at: number) => number
}

const double = new Float64Array(1)
const halves = new Uint32Array(double.buffer)

/** A place in a table of 2^n places. */
const placeOf = (number: number, mask: number): number => {
  // 0 and -0 are equal, but not their bits.
  double[0] = number + 0
  let mixed = (halves[0] as number) ^ Math.imul(halves[1] as number, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) & mask
}

/** More than numbers that were not chosen to collide need; those that do are in a map. */
const MAX_PROBES = 32

/** A map from numbers to their groups, without an object per number as in a `Map`. */
const numberTable = () => {
  let numbers = new Float64Array(16)
  let groups = new Int32Array(16).fill(-1)
  let used = 0
  const collided = new Map<number, number>()

  const find = (number: number, next: number): number => {
    const mask = groups.length - 1
    let place = placeOf(number, mask)
    for (let probe = 0; probe < MAX_PROBES; probe += 1) {
      const group = groups[place] as number
      if (group < 0) {
        const known = collided.size > 0 ? collided.get(number) : undefined
        if (known !== undefined) return known
        numbers[place] = number
        groups[place] = next
        used += 1
        return next
      }
      if (numbers[place] === number) return group
      place = (place + 1) & mask
    }
    const group = collided.get(number) ?? next
    collided.set(number, group)
    return group
  }
  const grow = (): void => {
    const [oldNumbers, oldGroups] = [numbers, groups]
    numbers = new Float64Array(oldNumbers.length * 2)
    groups = new Int32Array(oldGroups.length * 2).fill(-1)
    used = 0
    for (let place = 0; place < oldGroups.length; place += 1)
      if ((oldGroups[place] as number) >= 0) find(oldNumbers[place] as number, oldGroups[place] as number)
  }
  return (number: number, next: number): number => {
    const group = find(number, next)
    if (used * 2 > groups.length) grow()
    return group
  }
}

export const interner = (): Interner => {
  let next = 0
  let notANumber = -1
  const numberOf = numberTable()
  // Map keys compare as groups do (by type and value), except for lists, dicts and dates.
  const primitives = new Map<unknown, number>()
  const objects = new Map<unknown, number>()

  const ofNumber = (number: number): number => {
    if (Number.isNaN(number)) {
      if (notANumber < 0) notANumber = next++
      return notANumber
    }
    const group = numberOf(number, next)
    if (group === next) next += 1
    return group
  }
  return {
    groupOfNumber: (numbers, at) => ofNumber(numbers[at] as number),
    groupOf: (value) => {
      if (typeof value === 'number') return ofNumber(value)
      const isObject = isObjectLike(value)
      const map = isObject ? objects : primitives
      const key = isObject ? canonicalKey(value) : value
      const found = map.get(key)
      if (found !== undefined) return found
      map.set(key, next)
      return next++
    },
  }
}
