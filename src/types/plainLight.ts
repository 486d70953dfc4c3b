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

/** Ends the reading of a node that has something else than the plain type in a field. */
const unplain: Error = new Error()

/** A field by its reader; `undefined` where it is null or absent. */
const nullable = <A>(read: (u: unknown) => A | undefined, node: Wire, key: string): A | undefined => {
  const u = own(node, key)
  if (u === null || u === undefined) return undefined
  const a = read(u)
  if (a === undefined) throw unplain
  return a
}

const required = <A>(read: (u: unknown) => A | undefined, node: Wire, key: string): A => {
  const a = nullable(read, node, key)
  if (a === undefined) throw unplain
  return a
}

const text = (u: unknown): string | undefined => (typeof u === 'string' ? u : undefined)

const id = (u: unknown): string | undefined => (u === '' ? undefined : text(u))

const flag = (u: unknown): boolean | undefined => (typeof u === 'boolean' ? u : undefined)

const time = (u: unknown): Date | undefined => (typeof u === 'string' ? (plainTime(u) ?? parseTime(u)) : undefined)

const texts = (u: unknown): ReadonlyArray<string> | undefined => {
  // A copy has no holes, which would be passed over.
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
 * The light fields of a node, in the order of the codecs, where each has the type that the wire should have. The codecs
 * make the same of such a node, field by field and at some cost; where this gives `undefined`, they find out what is
 * wrong. One literal gives records of one shape, which take less room and time than records made key by key.
 */
export const plainLight = (
  node: Wire,
  place: Pick<RunLight, 'entity' | 'project' | 'appUrl'>,
): Omit<RunLight, 'internal'> | undefined => {
  try {
    return {
      id: required(id, node, 'name') as RunId,
      storageId: required(id, node, 'id') as StorageId,
      displayName: nullable(text, node, 'displayName'),
      state: nullable(text, node, 'state'),
      createdAt: required(time, node, 'createdAt'),
      heartbeatAt: nullable(time, node, 'heartbeatAt'),
      tags: nullable(texts, node, 'tags') ?? Object.freeze([]),
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
      entity: place.entity,
      project: place.project,
      appUrl: place.appUrl,
    }
  } catch {
    return undefined
  }
}
