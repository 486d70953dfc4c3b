import { identity } from 'fp-ts/lib/function.js'
import type { Cell, Evaluation } from '../library/LibraryOperation.ts'
import { Stop } from './Stop.ts'

/** How many elements an evaluation may go through before it is ended: some seconds of work. */
const LARGEST = 100_000_000

interface Tags extends Known {
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

/**
 * Whether a cell is the value itself. Most cells are, and one that is needs none of what cells do: its value is the cell,
 * and what is kept of it is nothing.
 */
export const isBare = (cell: Cell): boolean => !(cell instanceof Tagged)

/** What the evaluator itself does with cells, beside what operations may. */
export interface Cells extends Evaluation {
  /** Whether cells can know something by a name. */
  readonly isAsked: (name: string) => boolean
  /** What a cell knows by a name, and how lately it came to know it; `undefined` where it knows nothing. */
  readonly knownOf: (cell: Cell, name: string) => Known | undefined
  /** A dict that an expression makes, which may be of cells. */
  readonly made: <A extends object>(dict: A) => A
}

/** What a cell knows; of two, the later one has the greater `since`. */
export interface Known {
  readonly value: unknown
  readonly since: number
}

const spender = (): ((elements: number) => void) => {
  let left = LARGEST
  return (elements) => {
    left -= elements
    if (left < 0)
      throw new Stop(`This makes more than ${LARGEST} elements.`, 'Filter or limit the lists before they are combined.')
  }
}

const values: Omit<Cells, 'spend'> = {
  valueOf: identity,
  plain: identity,
  itemsOf: (cell) => (Array.isArray(cell) ? cell : []),
  tag: identity,
  tagOf: () => undefined,
  knownOf: () => undefined,
  keep: identity,
  made: identity,
  isAsked: () => false,
}

/** Cells that are the values themselves: for expressions that never ask where a value came from. */
export const plainCells = (): Cells => ({ ...values, spend: spender() })

/** The latest of what is known by a name: of groups within groups, the key of the inner one. */
const find = (tags: Tags, name: string): Known | undefined => {
  let found: Known | undefined
  for (let tag: Tags | undefined = tags; tag !== undefined; tag = tag.next)
    if (tag.name === name && (found === undefined || tag.since > found.since)) found = tag
  return found
}

const holds = (tags: Tags, known: Tags): boolean => {
  for (let tag: Tags | undefined = tags; tag !== undefined; tag = tag.next) if (tag === known) return true
  return false
}

const knownOf = (cell: Cell, name: string): Known | undefined =>
  cell instanceof Tagged ? find(cell.tags, name) : undefined

const isPlainDict = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const unwrap = (cell: Cell): unknown => (cell instanceof Tagged ? cell.value : cell)

/** Whether a cell is known within a value, so that only such values are copied. */
const holdsCells = (value: unknown): boolean =>
  value instanceof Tagged ||
  (Array.isArray(value) ? value.some(holdsCells) : isMade(value) && Object.values(value).some(holdsCells))

/** Dicts that an expression made; records and what they hold are never of cells. */
const made = new WeakSet<object>()
const isMade = (value: unknown): value is Readonly<Record<string, unknown>> => isPlainDict(value) && made.has(value)

export const markMade = <A extends object>(dict: A): A => {
  made.add(dict)
  return dict
}

const deep = (cell: Cell): unknown => {
  const value = unwrap(cell)
  if (!holdsCells(value)) return value
  if (Array.isArray(value)) return value.map(deep)
  const entries = Object.entries(value as object).map(([key, part]) => [key, deep(part)] as const)
  return Object.fromEntries(entries)
}

const join = (inner: Tags, outer: Tags): Tags => ({
  ...inner,
  next: inner.next === undefined ? outer : join(inner.next, outer),
})

const keep = (value: unknown, source: Cell): Cell => {
  if (!(source instanceof Tagged)) return value
  if (!(value instanceof Tagged)) return new Tagged(value, source.tags)
  return holds(value.tags, source.tags) ? value : new Tagged(value.value, join(value.tags, source.tags))
}

/**
 * Cells that know where they came from.
 *
 * @param asked - The names that are asked for: to know others would only take time.
 */
export const taggedCells = (asked: ReadonlyArray<string>): Cells => {
  let since = 0
  const isAsked = new Set(asked)
  return {
    valueOf: unwrap,
    plain: deep,
    itemsOf: (cell) => {
      const items = unwrap(cell)
      if (!Array.isArray(items)) return []
      return cell instanceof Tagged ? items.map((item) => keep(item, cell)) : items
    },
    tag: (cell, name, value) => {
      if (!isAsked.has(name)) return cell
      since += 1
      return cell instanceof Tagged
        ? new Tagged(cell.value, { name, value, since, next: cell.tags })
        : new Tagged(cell, { name, value, since, next: undefined })
    },
    tagOf: (cell, name) => knownOf(cell, name)?.value,
    knownOf,
    keep,
    made: markMade,
    isAsked: (name) => isAsked.has(name),
    spend: spender(),
  }
}
