import * as t from 'io-ts'
import { frozenArray } from './codec/frozenArray.ts'
import { Int64 } from './codec/Int64.ts'
import { nullable } from './codec/nullable.ts'
import { field, record } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'
import { type Entity, entityFields } from './Entity.ts'
import { Member } from './Member.ts'

/**
 * An entity with its members and settings.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Team extends Entity {
  /** The members, in the server's order; empty if the API key cannot see them. */
  readonly members: ReadonlyArray<Member>
  /** When it was created; `undefined` if not sent. */
  readonly createdAt: Date | undefined
  /** The URL of a picture. */
  readonly photoUrl: string | undefined
  /** Whether the team is read-only. */
  readonly readOnly: boolean | undefined
  /** Whether all its projects are private. */
  readonly privateOnly: boolean | undefined
  /** The default access level of new projects, as the server sent it. */
  readonly defaultAccess: string | undefined
  /** Whether runs save their code. */
  readonly codeSavingEnabled: boolean | undefined
  /** Whether the team has a paid plan. */
  readonly isPaid: boolean | undefined
  /** The storage used, in bytes. */
  readonly storageBytes: number | undefined
}

/**
 * Decodes a GraphQL `Entity` node with its members and settings.
 *
 * @category Codec
 * @since 0.1.0
 */
export const Team: t.Type<Team, unknown> = record<Team>('Team', {
  ...entityFields,
  members: field('members', frozenArray(Member)),
  createdAt: field('createdAt', nullable(UtcDate)),
  photoUrl: field('photoUrl', nullable(t.string)),
  readOnly: field('readOnly', nullable(t.boolean)),
  privateOnly: field('privateOnly', nullable(t.boolean)),
  defaultAccess: field('defaultAccess', nullable(t.string)),
  codeSavingEnabled: field('codeSavingEnabled', nullable(t.boolean)),
  isPaid: field('isPaid', nullable(t.boolean)),
  storageBytes: field('storageBytes', nullable(Int64)),
})
