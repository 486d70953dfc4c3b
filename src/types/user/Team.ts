import * as t from 'io-ts'
import { frozenArray } from '../wire/connection.ts'
import { Int64 } from '../wire/int64.ts'
import { field, nullable, record } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'
import { type Entity, entityFields } from './Entity.ts'

/**
 * A member of a team, including those with a pending invitation.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Member {
  /** The server's id; `undefined` if not sent. */
  readonly id: string | undefined
  /** The username; `undefined` for an invitation. */
  readonly username: string | undefined
  /** The full name. */
  readonly name: string | undefined
  /** The email address. */
  readonly email: string | undefined
  /** Whether the member administers the team. */
  readonly admin: boolean | undefined
  /** Whether the invitation is pending. */
  readonly pending: boolean | undefined
  /** The member's role in the team, as the server sent it. */
  readonly role: string | undefined
  /** The type of account, such as `USER` or `SERVICE`, as the server sent it. */
  readonly accountType: string | undefined
  /** The URL of a picture. */
  readonly photoUrl: string | undefined
}

/**
 * Decodes a GraphQL `Member` node. A member's API key is neither requested nor stored.
 *
 * @category Codec
 * @since 0.1.0
 */
export const Member: t.Type<Member, unknown> = record<Member>('Member', {
  id: field('id', nullable(t.string)),
  username: field('username', nullable(t.string)),
  name: field('name', nullable(t.string)),
  email: field('email', nullable(t.string)),
  admin: field('admin', nullable(t.boolean)),
  pending: field('pending', nullable(t.boolean)),
  role: field('role', nullable(t.string)),
  accountType: field('accountType', nullable(t.string)),
  photoUrl: field('photoUrl', nullable(t.string)),
})

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
