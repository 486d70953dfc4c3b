import * as t from 'io-ts'
import { frozenArray } from './codec/frozenArray.ts'
import { Int64 } from './codec/Int64.ts'
import { nullable } from './codec/nullable.ts'
import { type Fields, field } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'
import { RunId } from './RunId.ts'
import type { RunInternal } from './RunInternal.ts'
import { RunState } from './RunState.ts'
import { StorageId } from './StorageId.ts'
import { type User, userOrUnknown } from './User.ts'

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
export const nodeFields: Fields<Omit<RunLight, 'entity' | 'project' | 'appUrl' | 'internal'>> = {
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
