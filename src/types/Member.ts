import * as t from 'io-ts'
import { nullable } from './codec/nullable.ts'
import { field, record } from './codec/record.ts'

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
