import * as t from 'io-ts'
import { connection } from './codec/connection.ts'
import { named } from './codec/named.ts'
import { nullable } from './codec/nullable.ts'
import { type Fields, field, record } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'
import { type User, userFields } from './User.ts'

/**
 * A user, and what this key may see of the account.
 *
 * @category Model
 * @since 0.1.0
 */
export interface UserAccount extends User {
  /** The mail address. */
  readonly email: string | undefined
  /** The entity that the user's paths belong to where they name none. */
  readonly entity: string | undefined
  /** Whether the user administers the server. */
  readonly admin: boolean | undefined
  /** What kind of account it is, such as `USER` or `SERVICE`, as the server sent it. */
  readonly accountType: string | undefined
  /** The address of a picture. */
  readonly photoUrl: string | undefined
  /** When the account was made; `undefined` where it was not sent. */
  readonly createdAt: Date | undefined
  /** When the account was deleted; `undefined` for one that is there. */
  readonly deletedAt: Date | undefined
  /** The names of the user's teams, in the server's order. */
  readonly teams: ReadonlyArray<string>
}

const accountFields: Fields<UserAccount> = {
  ...userFields,
  email: field('email', nullable(t.string)),
  entity: field('entity', nullable(t.string)),
  admin: field('admin', nullable(t.boolean)),
  accountType: field('accountType', nullable(t.string)),
  photoUrl: field('photoUrl', nullable(t.string)),
  createdAt: field('createdAt', nullable(UtcDate)),
  deletedAt: field('deletedAt', nullable(UtcDate)),
  teams: field('teams', connection(named)),
}

/**
 * Reads a `User` node of the wire that has its account.
 *
 * @category Codec
 * @since 0.1.0
 */
export const UserAccount: t.Type<UserAccount, unknown> = record<UserAccount>('UserAccount', accountFields)
