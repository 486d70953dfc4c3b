import * as t from 'io-ts'
import { type User, unknownUser, userOrUnknown } from '../user/User.ts'
import { frozenArray } from '../wire/connection.ts'
import { RunId, StorageId } from '../wire/ids.ts'
import { Int64, readInt64 } from '../wire/int64.ts'
import { getOwn, isObject } from '../wire/own.ts'
import { type Fields, field, nullable } from '../wire/record.ts'
import { fastTime, parseTime, UtcDate } from '../wire/time.ts'
import { RunState } from './RunState.ts'

/**
 * W&B's own entries in a run's config and summary, separate from the user's.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunInternal {
  /** `_wandb` and `wandb_version` of the config; empty if there are none or the config was not loaded. */
  readonly config: Readonly<Record<string, unknown>>
  /** `_wandb` of the summary; empty if there is none or the summary was not loaded. */
  readonly summary: Readonly<Record<string, unknown>>
}

/**
 * The fields that every run record has, whatever was loaded.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunLight {
  /** The short id, as in the run's URL. */
  readonly id: RunId
  /** The server's id. */
  readonly storageId: StorageId
  /** The entity that owns the project. */
  readonly entity: string
  /** The project that the run belongs to. */
  readonly project: string
  /** The display name; not unique. */
  readonly displayName: string | undefined
  /** The run's state. */
  readonly state: RunState | undefined
  /** When the run was created. */
  readonly createdAt: Date
  /** The time of the run's last heartbeat; `undefined` if it has sent none. */
  readonly heartbeatAt: Date | undefined
  /** Tags, in the server's order. */
  readonly tags: ReadonlyArray<string>
  /** The run's group. */
  readonly group: string | undefined
  /** The job type, such as `train` or `eval`. */
  readonly jobType: string | undefined
  /** The short id of the run's sweep. */
  readonly sweepName: string | undefined
  /** The user who created the run; {@link unknownUser} if the server does not report one. */
  readonly user: User
  /** Notes, as shown on the run's page. */
  readonly notes: string | undefined
  /** The older free text, separate from the notes. */
  readonly description: string | undefined
  /** The Git commit of the code. */
  readonly commit: string | undefined
  /** Whether the run is read-only for the API key. */
  readonly readOnly: boolean | undefined
  /** The number of history rows. */
  readonly historyLineCount: number | undefined
  /** The compute time in seconds, as counted by the server. */
  readonly computeSeconds: number | undefined
  /** The base URL of the web app, without a trailing slash. */
  readonly appUrl: string
  /** W&B's own entries in config and summary. */
  readonly internal: RunInternal
}

/**
 * The light fields that are part of a run's GraphQL node; the others are known from the request.
 *
 * @internal
 */
export const runNodeFields: Fields<Omit<RunLight, 'entity' | 'project' | 'appUrl' | 'internal'>> = {
  id: field('name', RunId),
  storageId: field('id', StorageId),
  displayName: field('displayName', nullable(t.string)),
  state: field('state', nullable(RunState)),
  createdAt: field('createdAt', UtcDate),
  heartbeatAt: field('heartbeatAt', nullable(UtcDate)),
  tags: field('tags', frozenArray(t.string)),
  group: field('group', nullable(t.string)),
  jobType: field('jobType', nullable(t.string)),
  sweepName: field('sweepName', nullable(t.string)),
  user: field('user', userOrUnknown),
  notes: field('notes', nullable(t.string)),
  description: field('description', nullable(t.string)),
  commit: field('commit', nullable(t.string)),
  readOnly: field('readOnly', nullable(t.boolean)),
  historyLineCount: field('historyLineCount', nullable(Int64)),
  computeSeconds: field('computeSeconds', nullable(Int64)),
}

type Wire = Readonly<Record<string, unknown>>

/** Thrown when a field has an unexpected type. */
const unexpectedType: Error = new Error()

/** Reads an optional field; `undefined` if null or absent. */
const nullablePlainLight = <A>(read: (u: unknown) => A | undefined, node: Wire, key: string): A | undefined => {
  const u = getOwn(node, key)
  if (u === null || u === undefined) return undefined
  const a = read(u)
  if (a === undefined) throw unexpectedType
  return a
}

const required = <A>(read: (u: unknown) => A | undefined, node: Wire, key: string): A => {
  const a = nullablePlainLight(read, node, key)
  if (a === undefined) throw unexpectedType
  return a
}

const text = (u: unknown): string | undefined => (typeof u === 'string' ? u : undefined)

const id = (u: unknown): string | undefined => (u === '' ? undefined : text(u))

const flag = (u: unknown): boolean | undefined => (typeof u === 'boolean' ? u : undefined)

const time = (u: unknown): Date | undefined => (typeof u === 'string' ? (fastTime(u) ?? parseTime(u)) : undefined)

const strings = (u: unknown): ReadonlyArray<string> | undefined => {
  // `every` skips the holes of a sparse array; a copy has none.
  const copy: ReadonlyArray<unknown> | undefined = Array.isArray(u) ? [...u] : undefined
  return copy?.every((element) => typeof element === 'string') ? Object.freeze(copy) : undefined
}

const user = (u: unknown): User | undefined =>
  isObject(u)
    ? Object.freeze({
        id: nullablePlainLight(id, u, 'id') as StorageId | undefined,
        username: nullablePlainLight(text, u, 'username') ?? '',
        name: nullablePlainLight(text, u, 'name'),
      })
    : undefined

/**
 * The light fields of a node, in the order of the codecs, if each has the expected type. The codecs would decode such a
 * node to the same record, field by field and more slowly; where this returns `undefined`, they find out what is wrong.
 * A single object literal gives all records one shape, which takes less memory and time than records built key by key.
 */
export const fastLight = (
  node: Wire,
  home: Pick<RunLight, 'entity' | 'project' | 'appUrl'>,
): Omit<RunLight, 'internal'> | undefined => {
  try {
    return {
      id: required(id, node, 'name') as RunId,
      storageId: required(id, node, 'id') as StorageId,
      displayName: nullablePlainLight(text, node, 'displayName'),
      state: nullablePlainLight(text, node, 'state'),
      createdAt: required(time, node, 'createdAt'),
      heartbeatAt: nullablePlainLight(time, node, 'heartbeatAt'),
      tags: nullablePlainLight(strings, node, 'tags') ?? Object.freeze([]),
      group: nullablePlainLight(text, node, 'group'),
      jobType: nullablePlainLight(text, node, 'jobType'),
      sweepName: nullablePlainLight(text, node, 'sweepName'),
      user: nullablePlainLight(user, node, 'user') ?? unknownUser,
      notes: nullablePlainLight(text, node, 'notes'),
      description: nullablePlainLight(text, node, 'description'),
      commit: nullablePlainLight(text, node, 'commit'),
      readOnly: nullablePlainLight(flag, node, 'readOnly'),
      historyLineCount: nullablePlainLight(readInt64, node, 'historyLineCount'),
      computeSeconds: nullablePlainLight(readInt64, node, 'computeSeconds'),
      entity: home.entity,
      project: home.project,
      appUrl: home.appUrl,
    }
  } catch {
    return undefined
  }
}
