import { identity } from 'fp-ts/lib/function.js'
import { setOwn } from '../../types/wire/own.ts'
import { assertSize, type Budget, makeBudget } from './budget.ts'
import type { Cell, Evaluation } from './LibraryOperation.ts'

class Given {
  constructor(dict: object) {
    // biome-ignore lint/correctness/noConstructorReturn: the private field of the subclass is then one of this dict.
    return dict
  }
}

/**
 * Marks a dict built by an expression, whose values may be cells; records never contain cells. A private field is invisible
 * to everyone else. A set of these dicts would make the garbage collection of a few million take a minute.
 */
class MadeDict extends Given {
  readonly #isMade = true

  static has(value: object): value is Record<string, Cell> {
    return #isMade in value
  }
}

const makeDict = (): Record<string, Cell> => new MadeDict({}) as Given as Record<string, Cell>

const isMadeDict = (value: unknown): value is Record<string, Cell> =>
  typeof value === 'object' && value !== null && MadeDict.has(value)

interface Tags extends TagValue {
  readonly name: string
  readonly next: Tags | undefined
}

class Tagged {
  readonly value: unknown
  readonly tags: Tags

  constructor(value: unknown, tags: Tags) {
    this.value = value
    this.tags = tags
  }
}

/** Whether a cell is the value itself, without tags, as most are: a fast path for callers. */
export const isUntagged = (cell: Cell): boolean => !(cell instanceof Tagged)

/** How the evaluator works with cells, in addition to what operations may use. */
export interface Cells extends Evaluation {
  /** Whether the expression reads tags of a name. */
  readonly readsTag: (name: string) => boolean
  /** The latest tag of a name on a cell; `undefined` if it has none. */
  readonly knownOf: (cell: Cell, name: string) => TagValue | undefined
  /** Counts the values in a list, or in a dict built by an expression, shared values at each occurrence; any other value is 1. */
  readonly sizeOf: (cell: Cell) => number
  /** Runs that lack some of the fields by which runs are recognized, but have been read as runs. */
  readonly partialRuns: Set<unknown>
  /** The rows of each history that has been read, by history. */
  readonly rows: WeakMap<object, unknown>
}

/** The value of a tag; the later of two tags has the greater `since`. */
export interface TagValue {
  readonly value: unknown
  readonly since: number
}

const values: Omit<Cells, keyof Budget | 'partialRuns' | 'rows' | 'sizeOf'> = {
  valueOf: identity,
  plain: identity,
  itemsOf: (cell) => (Array.isArray(cell) ? cell : []),
  tag: identity,
  tagOf: () => undefined,
  knownOf: () => undefined,
  keep: identity,
  makeDict,
  readsTag: () => false,
}

/** Cells without tags, for expressions that read none. */
export const plainCells = (): Cells => {
  const budget = makeBudget()
  return { ...values, ...budget, sizeOf: measure(budget), rows: new WeakMap(), partialRuns: new Set() }
}

/** Returns the latest tag of a name: for nested groups, the key of the inner one. */
const find = (tags: Tags, name: string): TagValue | undefined => {
  let found: TagValue | undefined
  for (let tag: Tags | undefined = tags; tag !== undefined; tag = tag.next)
    if (tag.name === name && (found === undefined || tag.since > found.since)) found = tag
  return found
}

const holds = (tags: Tags, known: Tags): boolean => {
  for (let tag: Tags | undefined = tags; tag !== undefined; tag = tag.next) if (tag === known) return true
  return false
}

const knownOf = (cell: Cell, name: string): TagValue | undefined =>
  cell instanceof Tagged ? find(cell.tags, name) : undefined

const unwrap = (cell: Cell): unknown => (cell instanceof Tagged ? cell.value : cell)

/** The words that a cell with a tag takes, and those of each tag. */
const TAGGED = 4
const TAG = 6

const join = (inner: Tags, outer: Tags, budget: Budget): Tags => {
  budget.claimMemory(TAG)
  return { ...inner, next: inner.next === undefined ? outer : join(inner.next, outer, budget) }
}

const makeKeep =
  (budget: Budget): Evaluation['keep'] =>
  (value, source) => {
    if (!(source instanceof Tagged)) return value
    budget.claimMemory(TAGGED)
    if (!(value instanceof Tagged)) return new Tagged(value, source.tags)
    return holds(value.tags, source.tags) ? value : new Tagged(value.value, join(value.tags, source.tags, budget))
  }

/** Removes the tags within a value; a value that has none is returned itself, not a copy. */
const makePlain = ({ spendBudget, createDict, createList }: Budget): Evaluation['plain'] => {
  /** Returns the parts without tags; the parts themselves if none has any. */
  const plainParts = (parts: ReadonlyArray<Cell>): ReadonlyArray<unknown> => {
    let copy: Array<unknown> | undefined
    for (const [index, part] of parts.entries()) {
      const found = typeof part === 'object' && part !== null ? plain(part) : part
      if (copy !== undefined) copy.push(found)
      else if (found !== part) {
        createList(parts.length)
        copy = [...parts.slice(0, index), found]
      }
    }
    return copy ?? parts
  }
  const plain = (cell: Cell): unknown => {
    const value = unwrap(cell)
    if (Array.isArray(value)) {
      spendBudget(value.length)
      return plainParts(value)
    }
    if (!isMadeDict(value)) return value
    const parts = Object.values(value)
    spendBudget(parts.length)
    const found = plainParts(parts)
    if (found === parts) return value
    createDict(parts.length)
    const dict: Record<string, unknown> = {}
    for (const [index, key] of Object.keys(value).entries()) setOwn(dict, key, found[index])
    return dict
  }
  return plain
}

/** Smaller lists are measured again each time. */
const MIN_REMEMBERED = 100

const measure = ({ spendBudget }: Budget): Cells['sizeOf'] => {
  const sizes = new Map<object, number>()
  const sizeOf = (cell: Cell): number => {
    const value = unwrap(cell)
    if (typeof value !== 'object' || value === null) return 1
    const parts = Array.isArray(value) ? value : isMadeDict(value) ? Object.values(value) : undefined
    if (parts === undefined) return 1
    const known = sizes.get(value)
    if (known !== undefined) return known
    spendBudget(parts.length)
    let size = 0
    for (const part of parts) size += typeof part === 'object' && part !== null ? Math.max(1, sizeOf(part)) : 1
    assertSize(size)
    if (size >= MIN_REMEMBERED) sizes.set(value, size)
    return size
  }
  return sizeOf
}

/**
 * Cells that track where values came from.
 *
 * @param names - The names of the tags that the expression reads; others are not tracked.
 */
export const taggedCells = (names: ReadonlyArray<string>): Cells => {
  const budget = makeBudget()
  const keep = makeKeep(budget)
  let since = 0
  const tracked = new Set(names)
  return {
    ...budget,
    valueOf: unwrap,
    plain: makePlain(budget),
    itemsOf: (cell) => {
      const items = unwrap(cell)
      if (!Array.isArray(items)) return []
      if (!(cell instanceof Tagged)) return items
      budget.createList(items.length)
      return items.map((item) => keep(item, cell))
    },
    tag: (cell, name, value) => {
      if (!tracked.has(name)) return cell
      since += 1
      budget.claimMemory(TAGGED + TAG)
      return cell instanceof Tagged
        ? new Tagged(cell.value, { name, value, since, next: cell.tags })
        : new Tagged(cell, { name, value, since, next: undefined })
    },
    tagOf: (cell, name) => knownOf(cell, name)?.value,
    knownOf,
    keep,
    makeDict,
    readsTag: (name) => tracked.has(name),
    sizeOf: measure(budget),
    rows: new WeakMap(),
    partialRuns: new Set(),
  }
}
