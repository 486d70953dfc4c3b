import * as t from 'io-ts'
import { nullable } from './codec/nullable.ts'
import { field, record } from './codec/record.ts'

/**
 * Somebody in a team. Invitations that are not accepted yet are members, too.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Member {
  /** The server's id; `undefined` where it was not sent. */
  readonly id: string | undefined
  /** The login name; `undefined` for an invitation. */
  readonly username: string | undefined
  /** The full name. */
  readonly name: string | undefined
  /** The mail address. */
  readonly email: string | undefined
  /** Whether the member administers the team. */
  readonly admin: boolean | undefined
  /** Whether the invitation is still open. */
  readonly pending: boolean | undefined
  /** What the member may do in the team, as the server sent it. */
  readonly role: string | undefined
  /** What kind of account it is, such as `USER` or `SERVICE`, as the server sent it. */
  readonly accountType: string | undefined
  /** The address of a picture. */
  readonly photoUrl: string | undefined
}

/**
 * Reads a `Member` node of the wire. A member's API key is not asked for, and not kept.
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
