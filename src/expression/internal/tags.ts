import type { Receiver } from '../../ops/Operation.ts'
import { own } from '../../types/codec/own.ts'
import type { Expression } from '../Expression.ts'
import type { Cell } from '../library/LibraryOperation.ts'
import { anyType, listType, maybeType, noneType, recordType, type Type, unionType } from '../Type.ts'
import { receiverOf } from '../typeOf.ts'
import type { Compiled, Context } from './Compiled.ts'
import type { Cells, Known } from './cells.ts'
import { recordOperation } from './dispatch.ts'
import { partsOf } from './parts.ts'
import { projectOf, projectType } from './projectOf.ts'

/**
 * What a value can be asked about where it came from.
 *
 * @internal
 */
export interface TagName {
  /** The name in saved expressions. */
  readonly name: string
  /** The name behind the dot. */
  readonly chain: string
  /** What it gives back, as Markdown. */
  readonly description: string
}

/** The names behind a dot that ask where a value came from. */
export const tagNames: ReadonlyArray<TagName> = [
  { name: 'tag-run', chain: 'run', description: 'Gives the run that the value came from; a run is its own.' },
  {
    name: 'tag-project',
    chain: 'project',
    description: 'Gives the project that the value came from, as its name and its entity.',
  },
  { name: 'group-groupkey', chain: 'groupkey', description: 'Gives the key of the group that the value is in.' },
  { name: 'tag-joinObj', chain: 'joinObj', description: 'Gives the key by which the rows of a join were matched.' },
  { name: 'tag-joinKey', chain: 'joinKey', description: 'Gives the key by which the rows of a join were matched.' },
]

const names = new Set(tagNames.map(({ chain }) => chain))

/** Whether a name behind a dot asks where a value came from. */
export const isTagName = (name: string): boolean => names.has(name)

/** Whether what is asked is a record of that kind itself, or a list of such. */
const isOf = (type: Type, name: string): boolean =>
  type._tag === 'List' || type._tag === 'Maybe' ? isOf(type.of, name) : type._tag === 'Record' && type.receiver === name

/** Whether a name asks where a value of that type came from, and is no entry of a dict and no operation of a record. */
export const asksTag = (type: Type, name: string): boolean => {
  switch (type._tag) {
    case 'List':
    case 'Maybe':
      return asksTag(type.of, name)
    case 'Union':
      return type.members.some((member) => asksTag(member, name))
    case 'Dict':
      return !Object.hasOwn(type.entries, name)
    case 'Record':
      return recordOperation(type.receiver, name) === undefined
    default:
      return true
  }
}

const foundType = (type: Type, found: Type): Type => {
  switch (type._tag) {
    case 'List':
      // What the list knows stands for all its elements, unless they know better.
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

const tagType = (type: Type, name: string): Type => foundType(type, found[name] ?? anyType)

const projectIn = (record: unknown, kind: Receiver): unknown =>
  projectOf(record, own(record as Readonly<Record<string, unknown>>, kind === 'project' ? 'name' : 'project'))

const knownProject = (cells: Cells, cell: Cell): Known | undefined => {
  const run = cells.knownOf(cell, 'run')
  const project = cells.knownOf(cell, 'project')
  const isOfRun = run !== undefined && (project === undefined || run.since > project.since)
  const known = isOfRun ? run : project
  return known && { value: projectIn(known.value, isOfRun ? 'run' : 'project'), since: known.since }
}

/** What a value says itself: a key of that name beats what is known of where the value came from. */
const said = (value: unknown, name: string): Known | undefined => {
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

const lookedUp = (cells: Cells, cell: Cell, name: string): Known | undefined => {
  const value = cells.valueOf(cell)
  const outer =
    name === 'project' ? knownProject(cells, cell) : cells.knownOf(cell, name === 'joinObj' ? 'joinKey' : name)
  if (!Array.isArray(value)) return said(value, name) ?? outer
  cells.spend(value.length)
  const inner = value.map((item) => lookedUp(cells, item, name))
  const since = inner.reduce((latest, known) => Math.max(latest, known?.since ?? 0), 0)
  const before = outer?.since ?? 0
  if (since <= before) return outer
  const later = inner.map((known) => ((known?.since ?? 0) > before ? known : outer)?.value ?? null)
  return { value: later, since }
}

/**
 * What a value knows by a name. A list gives what its elements know, place by place, where they came to know it later than
 * the list did; otherwise what the list knows.
 */
export const tagOf = (context: Context, receiver: Compiled, name: string): Compiled => {
  const { cells } = context
  if ((name === 'run' || name === 'project') && isOf(receiver.type, name)) return receiver
  return {
    type: tagType(receiver.type, name),
    run: (slots) => {
      const cell = receiver.run(slots)
      return cells.keep(lookedUp(cells, cell, name)?.value ?? null, cell)
    },
  }
}

/** What cells must know so that each name can be answered. */
const neededFor: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ['run', ['run']],
  ['project', ['run', 'project']],
  ['groupkey', ['groupkey']],
  ['joinObj', ['joinKey']],
  ['joinKey', ['joinKey']],
])

/** What cells must know, so that an expression can ask where values came from: nothing where it does not. */
export const tagsAsked = (expression: Expression): ReadonlyArray<string> => [
  ...(expression._tag === 'Chain' || expression._tag === 'Call' ? (neededFor.get(expression.name) ?? []) : []),
  ...partsOf(expression).flatMap(tagsAsked),
]
