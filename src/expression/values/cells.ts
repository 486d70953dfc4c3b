import { identity } from 'fp-ts/lib/function.js'
import { isDict, type UnknownRecord } from '../../types/wire/own.ts'
import type { Span } from '../syntax/Expression.ts'
import type { Cell, Evaluation } from './LibraryOperation.ts'

/** Stops an evaluation; the caller receives a failure as data. */
export class EvaluationError extends Error {
  readonly hint: string | undefined
  readonly span: Span | undefined

  constructor(message: string, hint?: string, span?: Span) {
    super(message)
    this.hint = hint
    this.span = span
  }
}

/** How many elements an evaluation may process: a few seconds of work. */
const BUDGET = 100_000_000

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
  /** Marks a dict built by an expression, whose values may be cells. */
  readonly markDict: <A extends object>(dict: A) => A
}

/** The value of a tag; the later of two tags has the greater `since`. */
export interface TagValue {
  readonly value: unknown
  readonly since: number
}

const makeBudget = (): ((elements: number) => void) => {
  let left = BUDGET
  return (elements) => {
    left -= elements
    if (left < 0)
      throw new EvaluationError(
        `This processes more than ${BUDGET} elements.`,
        'Filter or limit the lists before combining them.',
      )
  }
}

const values: Omit<Cells, 'spendBudget'> = {
  valueOf: identity,
  plain: identity,
  itemsOf: (cell) => (Array.isArray(cell) ? cell : []),
  tag: identity,
  tagOf: () => undefined,
  knownOf: () => undefined,
  keep: identity,
  markDict: identity,
  readsTag: () => false,
}

/** Cells without tags, for expressions that read none. */
export const plainCells = (): Cells => ({ ...values, spendBudget: makeBudget() })

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

/** Whether a value contains tagged cells; only such values are copied. */
const holdsCells = (value: unknown): boolean =>
  value instanceof Tagged ||
  (Array.isArray(value) ? value.some(holdsCells) : isMade(value) && Object.values(value).some(holdsCells))

/** Dicts built by an expression; records never contain cells. */
const made = new WeakSet<object>()
const isMade = (value: unknown): value is UnknownRecord => isDict(value) && made.has(value)

export const markConstructed = <A extends object>(dict: A): A => {
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
 * Cells that track where values came from.
 *
 * @param names - The names of the tags that the expression reads; others are not tracked.
 */
export const taggedCells = (names: ReadonlyArray<string>): Cells => {
  let since = 0
  const tracked = new Set(names)
  return {
    valueOf: unwrap,
    plain: deep,
    itemsOf: (cell) => {
      const items = unwrap(cell)
      if (!Array.isArray(items)) return []
      return cell instanceof Tagged ? items.map((item) => keep(item, cell)) : items
    },
    tag: (cell, name, value) => {
      if (!tracked.has(name)) return cell
      since += 1
      return cell instanceof Tagged
        ? new Tagged(cell.value, { name, value, since, next: cell.tags })
        : new Tagged(cell, { name, value, since, next: undefined })
    },
    tagOf: (cell, name) => knownOf(cell, name)?.value,
    knownOf,
    keep,
    markDict: markConstructed,
    readsTag: (name) => tracked.has(name),
    spendBudget: makeBudget(),
  }
}

/** The largest value that an expression may create, in elements; it bounds memory and time. */
const MAX_SIZE = 10_000_000

const sizes = new WeakMap<object, number>()

/** Counts the values in a list or dict built by an expression, shared values at each occurrence; any other value is 1. */
export const sizeOf = (cells: Cells, cell: Cell): number => {
  const value = cells.valueOf(cell)
  if (typeof value !== 'object' || value === null) return 1
  const known = sizes.get(value)
  if (known !== undefined || !Array.isArray(value)) return known ?? 1
  let size = 1
  for (const item of value) size += sizeOf(cells, item)
  sizes.set(value, size)
  return size
}

/** Stops an evaluation whose value grows by being nested repeatedly. */
export const assertSize = (size: number): void => {
  if (size > MAX_SIZE)
    throw new EvaluationError(
      `This creates more than ${MAX_SIZE} elements.`,
      'Filter or limit the lists before combining them.',
    )
}

/** Records the size of a value built from parts; stops the evaluation if it is too large. */
export const recordSize = <A extends object>(cells: Cells, made: A, parts: ReadonlyArray<Cell>): A => {
  let size = 1
  let hasParts = false
  for (const part of parts) {
    const isPart = typeof part === 'object' && part !== null
    hasParts ||= isPart
    size += isPart ? sizeOf(cells, part) : 1
  }
  assertSize(size)
  if (hasParts) sizes.set(made, size)
  return made
}
