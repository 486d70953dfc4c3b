import { isObject } from './codec/isObject.ts'
import { own } from './codec/own.ts'
import { parseTime } from './codec/parseTime.ts'
import { plainTime } from './codec/plainTime.ts'
import { readInt64 } from './codec/readInt64.ts'
import type { RunId } from './RunId.ts'
import type { RunLight } from './RunLight.ts'
import type { StorageId } from './StorageId.ts'
import { type User, unknownUser } from './User.ts'

type Wire = Readonly<Record<string, unknown>>

/** Thrown when a field has an unexpected type. */
const unexpectedType: Error = new Error()

/** Reads an optional field; `undefined` if null or absent. */
const nullable = <A>(read: (u: unknown) => A | undefined, node: Wire, key: string): A | undefined => {
  const u = own(node, key)
  if (u === null || u === undefined) return undefined
  const a = read(u)
  if (a === undefined) throw unexpectedType
  return a
}

const required = <A>(read: (u: unknown) => A | undefined, node: Wire, key: string): A => {
  const a = nullable(read, node, key)
  if (a === undefined) throw unexpectedType
  return a
}

const text = (u: unknown): string | undefined => (typeof u === 'string' ? u : undefined)

const id = (u: unknown): string | undefined => (u === '' ? undefined : text(u))

const flag = (u: unknown): boolean | undefined => (typeof u === 'boolean' ? u : undefined)

const time = (u: unknown): Date | undefined => (typeof u === 'string' ? (plainTime(u) ?? parseTime(u)) : undefined)

const strings = (u: unknown): ReadonlyArray<string> | undefined => {
  // `every` skips the holes of a sparse array; a copy has none.
  const copy: ReadonlyArray<unknown> | undefined = Array.isArray(u) ? [...u] : undefined
  return copy?.every((element) => typeof element === 'string') ? Object.freeze(copy) : undefined
}

const user = (u: unknown): User | undefined =>
  isObject(u)
    ? Object.freeze({
        id: nullable(id, u, 'id') as StorageId | undefined,
        username: nullable(text, u, 'username') ?? '',
        name: nullable(text, u, 'name'),
      })
    : undefined

/**
 * The light fields of a node, in the order of the codecs, if each has the expected type. The codecs would decode such a
 * node to the same record, field by field and more slowly; where this returns `undefined`, they find out what is wrong.
 * A single object literal gives all records one shape, which takes less memory and time than records built key by key.
 */
export const plainLight = (
  node: Wire,
  home: Pick<RunLight, 'entity' | 'project' | 'appUrl'>,
): Omit<RunLight, 'internal'> | undefined => {
  try {
    return {
      id: required(id, node, 'name') as RunId,
      storageId: required(id, node, 'id') as StorageId,
      displayName: nullable(text, node, 'displayName'),
      state: nullable(text, node, 'state'),
      createdAt: required(time, node, 'createdAt'),
      heartbeatAt: nullable(time, node, 'heartbeatAt'),
      tags: nullable(strings, node, 'tags') ?? Object.freeze([]),
      group: nullable(text, node, 'group'),
      jobType: nullable(text, node, 'jobType'),
      sweepName: nullable(text, node, 'sweepName'),
      user: nullable(user, node, 'user') ?? unknownUser,
      notes: nullable(text, node, 'notes'),
      description: nullable(text, node, 'description'),
      commit: nullable(text, node, 'commit'),
      readOnly: nullable(flag, node, 'readOnly'),
      historyLineCount: nullable(readInt64, node, 'historyLineCount'),
      computeSeconds: nullable(readInt64, node, 'computeSeconds'),
      entity: home.entity,
      project: home.project,
      appUrl: home.appUrl,
    }
  } catch {
    return undefined
  }
}
