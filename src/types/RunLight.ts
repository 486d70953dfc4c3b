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
 * The fields that every run record has, whatever was asked for.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunLight {
  /** The short id, as in the run's URL. */
  readonly id: RunId
  /** The server's own id. */
  readonly storageId: StorageId
  /** The entity that owns the project. */
  readonly entity: string
  /** The project that the run belongs to. */
  readonly project: string
  /** The name people see; not unique. */
  readonly displayName: string | undefined
  /** What the run is doing. */
  readonly state: RunState | undefined
  /** When the run was created. */
  readonly createdAt: Date
  /** When the run last sent a sign of life; `undefined` where it has sent none. */
  readonly heartbeatAt: Date | undefined
  /** Labels, in the server's order. */
  readonly tags: ReadonlyArray<string>
  /** The group that the run was put in. */
  readonly group: string | undefined
  /** What the run is for, such as `train` or `eval`. */
  readonly jobType: string | undefined
  /** The short id of the sweep that the run belongs to. */
  readonly sweepName: string | undefined
  /** Who made the run; {@link unknownUser} where the server does not tell. */
  readonly user: User
  /** Notes, as shown on the run's page. */
  readonly notes: string | undefined
  /** The older free text beside the notes. */
  readonly description: string | undefined
  /** The Git commit of the code. */
  readonly commit: string | undefined
  /** Whether this key may not change the run. */
  readonly readOnly: boolean | undefined
  /** The number of rows logged. */
  readonly historyLineCount: number | undefined
  /** The server's count of the run's time in seconds. */
  readonly computeSeconds: number | undefined
  /** The address of the web app that shows the run, without a slash at the end. */
  readonly appUrl: string
  /** What W&B itself keeps in config and summary. */
  readonly internal: RunInternal
}

/**
 * The light fields that stand in a run's node on the wire; the rest is known from where the node stood.
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
