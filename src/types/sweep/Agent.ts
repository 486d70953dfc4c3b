import * as t from 'io-ts'
import { StorageId } from '../wire/ids.ts'
import { Int64 } from '../wire/int64.ts'
import { field, nullable, record } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'

/**
 * A process that starts runs for a sweep.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Agent {
  /** The short id, unique within its sweep. */
  readonly id: string
  /** The server's id. */
  readonly storageId: StorageId
  /** The machine that it runs on. */
  readonly host: string | undefined
  /** Its state, as the server sent it. */
  readonly state: string | undefined
  /** The number of runs it has started; `undefined` if the server does not report it. */
  readonly runCount: number | undefined
  /** When it was created. */
  readonly createdAt: Date
  /** The time of its last heartbeat; `undefined` if it has sent none. */
  readonly heartbeatAt: Date | undefined
}

/**
 * Decodes a GraphQL `Agent` node.
 *
 * @category Codec
 * @since 0.1.0
 */
export const Agent: t.Type<Agent, unknown> = record<Agent>('Agent', {
  id: field('name', t.string),
  storageId: field('id', StorageId),
  host: field('host', nullable(t.string)),
  state: field('state', nullable(t.string)),
  runCount: field('totalRuns', nullable(Int64)),
  createdAt: field('createdAt', UtcDate),
  heartbeatAt: field('heartbeatAt', nullable(UtcDate)),
})
