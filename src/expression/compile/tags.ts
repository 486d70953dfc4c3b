import type { Receiver } from '../../ops/Operation.ts'
import { getOwn } from '../../types/wire/own.ts'
import type { Expression, Span } from '../syntax/Expression.ts'
import { childNodes } from '../syntax/nodes.ts'
import {
  anyType,
  listType,
  maybeType,
  noneType,
  recordType,
  type Type,
  unionType,
  withoutMaybe,
} from '../types/Type.ts'
import { receiverOf } from '../types/typeOf.ts'
import { positioned } from '../values/budget.ts'
import type { Cells, TagValue } from '../values/cells.ts'
import type { Cell } from '../values/LibraryOperation.ts'
import type { Compiled, Context } from './Compiled.ts'
import { loadedCheck } from './loaded.ts'
import { projectOf, projectType, recordOperation } from './lookup.ts'

/**
 * An operation that returns where a value came from.
 *
 * @internal
 */
interface TagName {
  /** The name in saved expressions. */
  readonly name: string
  /** The name after the dot. */
  readonly chain: string
  /** The description, as Markdown. */
  readonly description: string
}

/** The operations that return where a value came from. */
export const tagNames: ReadonlyArray<TagName> = [
  {
    name: 'tag-run',
    chain: 'run',
    description: 'Returns the run that the value came from; for a run, the run itself.',
  },
  {
    name: 'tag-project',
    chain: 'project',
    description: 'Returns the project that the value came from, as `{ name, entity }`.',
  },
  { name: 'group-groupkey', chain: 'groupkey', description: 'Returns the key of the group of the value.' },
  { name: 'tag-joinObj', chain: 'joinObj', description: 'Returns the key on which the rows of a join matched.' },
  { name: 'tag-joinKey', chain: 'joinKey', description: 'Returns the key on which the rows of a join matched.' },
]

const names = new Set(tagNames.map(({ chain }) => chain))

/** Whether a name after a dot reads a tag. */
export const isTagName = (name: string): boolean => names.has(name)

/** Whether a type is a record of that kind, or a list of them. */
const isOf = (type: Type, name: string): boolean =>
  type._tag === 'List' || type._tag === 'Maybe' ? isOf(type.of, name) : type._tag === 'Record' && type.receiver === name

/** Whether a name reads a tag of a type: it is neither an entry of a dict nor an operation on a record. */
export const readsTag = (type: Type, name: string): boolean => {
  switch (type._tag) {
    case 'List':
    case 'Maybe':
      return readsTag(type.of, name)
    case 'Union':
      return type.members.some((member) => readsTag(member, name))
    case 'Dict':
      return !Object.hasOwn(type.entries, name)
    case 'Record':
      return recordOperation(type.receiver, name) === undefined
    default:
      return true
  }
}

/** Whether a list is a group of the only grouping of an expression, whose tags are all of one type, or has such groups. */
const groupKeyType = (type: Type): Type | undefined => {
  if (type._tag === 'Maybe') {
    const key = groupKeyType(type.of)
    return key && maybeType(key)
  }
  if (type._tag !== 'List') return undefined
  if (type.groupKey !== undefined) return type.groupKey
  const key = groupKeyType(type.of)
  // An empty list has no tags.
  return key && maybeType(listType(key))
}

const foundType = (type: Type, found: Type): Type => {
  switch (type._tag) {
    case 'List':
      // A tag of the list applies to its elements, unless they have a later one.
      return unionType([found, noneType, listType(foundType(type.of, found))])
    case 'Maybe':
      return maybeType(foundType(type.of, found))
    case 'Dict':
      return type.others === undefined ? maybeType(found) : anyType
    case 'Any':
    case 'Union':
    case 'Function':
      return anyType
    default:
      return maybeType(found)
  }
}

const found: Readonly<Record<string, Type>> = { run: recordType('run'), project: projectType }

const tagType = ({ grouping }: Context, type: Type, name: string): Type => {
  if (name !== 'groupkey') return foundType(type, found[name] ?? anyType)
  if (!grouping.isOnly || grouping.key === undefined) return foundType(type, anyType)
  return groupKeyType(type) ?? foundType(type, grouping.key)
}

/** Notes the type of the keys of the only grouping. */
export const noteGrouping = ({ grouping }: Context, type: Type): void => {
  const groups = withoutMaybe(type)
  const group = groups._tag === 'List' ? groups.of : undefined
  if (group?._tag === 'List') grouping.key = group.groupKey
}

/** The number of groupings in an expression. */
export const countGroupings = (expression: Expression): number =>
  childNodes(expression).reduce(
    (count, child) => count + countGroupings(child),
    (expression._tag === 'Chain' || expression._tag === 'Call') && expression.name === 'groupby' ? 1 : 0,
  )

const checks = new Map<Receiver, (record: unknown) => void>()

/** Ends the evaluation if a record should know its project, but was made without it. */
const assertHasProject = (record: unknown, kind: Receiver): void => {
  const operation = recordOperation(kind, 'project')
  if (operation === undefined) return
  const check = checks.get(kind) ?? loadedCheck(operation)
  checks.set(kind, check)
  check(record)
}

const projectIn = (record: unknown, kind: Receiver): unknown => {
  assertHasProject(record, kind)
  return projectOf(record, getOwn(record as Readonly<Record<string, unknown>>, kind === 'project' ? 'name' : 'project'))
}

const knownProject = (cells: Cells, cell: Cell): TagValue | undefined => {
  const run = cells.knownOf(cell, 'run')
  const project = cells.knownOf(cell, 'project')
  const isOfRun = run !== undefined && (project === undefined || run.since > project.since)
  const known = isOfRun ? run : project
  return known && { value: projectIn(known.value, isOfRun ? 'run' : 'project'), since: known.since }
}

/** The tag that a value has in itself: a key of that name takes precedence over a tag. */
const ownTag = (value: unknown, name: string): TagValue | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const since = Number.POSITIVE_INFINITY
  const kind = receiverOf(value)
  if (kind === 'run' && name === 'run') return { value, since }
  if (kind !== undefined) {
    const project = name === 'project' ? projectIn(value, kind) : null
    return project === null ? undefined : { value: project, since }
  }
  return Object.hasOwn(value, name) ? { value: (value as Readonly<Record<string, unknown>>)[name], since } : undefined
}

const findTag = (cells: Cells, cell: Cell, name: string): TagValue | undefined => {
  const value = cells.valueOf(cell)
  const outer =
    name === 'project' ? knownProject(cells, cell) : cells.knownOf(cell, name === 'joinObj' ? 'joinKey' : name)
  if (!Array.isArray(value)) return ownTag(value, name) ?? outer
  cells.spendBudget(4 * value.length)
  cells.createList(value.length, 3)
  const inner = value.map((item) => findTag(cells, item, name))
  const since = inner.reduce((latest, known) => Math.max(latest, known?.since ?? 0), 0)
  const before = outer?.since ?? 0
  if (since <= before) return outer
  const later = inner.map((known) => ((known?.since ?? 0) > before ? known : outer)?.value ?? null)
  return { value: later, since }
}

/** Compiles a tag read. A list returns the tags of its elements if they are later than its own, and its own otherwise. */
export const compileTag = (context: Context, receiver: Compiled, name: string, span: Span): Compiled => {
  const { cells } = context
  if ((name === 'run' || name === 'project') && isOf(receiver.type, name)) return receiver
  return {
    type: tagType(context, receiver.type, name),
    run: (slots) => {
      const cell = receiver.run(slots)
      try {
        return cells.keep(findTag(cells, cell, name)?.value ?? null, cell)
      } catch (thrown) {
        throw positioned(thrown, span)
      }
    },
  }
}

/** The tags that each name needs. */
const tagsFor: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ['run', ['run']],
  ['project', ['run', 'project']],
  ['groupkey', ['groupkey']],
  ['joinObj', ['joinKey']],
  ['joinKey', ['joinKey']],
])

/** The tags that an expression reads; empty if it reads none. */
export const tagsRead = (expression: Expression): ReadonlyArray<string> => [
  ...(expression._tag === 'Chain' || expression._tag === 'Call' ? (tagsFor.get(expression.name) ?? []) : []),
  ...childNodes(expression).flatMap(tagsRead),
]
