import * as t from 'io-ts'
import { Int64 } from './codec/Int64.ts'
import { nullable } from './codec/nullable.ts'
import { field, record } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'
import { StorageId } from './StorageId.ts'

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
