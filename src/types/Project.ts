import * as t from 'io-ts'
import { appUrl } from './codec/appUrl.ts'
import { nullable } from './codec/nullable.ts'
import { type Fields, field, record } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'
import { StorageId } from './StorageId.ts'
import { type User, userOrUnknown } from './User.ts'

/**
 * A collection of runs that belong together.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Project {
  /** The server's id. */
  readonly id: StorageId
  /** The entity that owns it, as in URLs. */
  readonly entity: string
  /** The name, as in URLs. */
  readonly name: string
  /** What its owner wrote about it. */
  readonly description: string | undefined
  /** Who may see it, such as `PRIVATE` or `USER_READ`, as the server sent it. */
  readonly access: string | undefined
  /** When it was created; `undefined` where it was not sent. */
  readonly createdAt: Date | undefined
  /** When it last changed; `undefined` where it was not sent. */
  readonly updatedAt: Date | undefined
  /** When one of its runs was last active; `undefined` where it was not sent. */
  readonly lastActiveAt: Date | undefined
  /** Whether it is a benchmark. */
  readonly isBenchmark: boolean | undefined
  /** Whether this key may not change it. */
  readonly readOnly: boolean | undefined
  /** Who made it; {@link unknownUser} where the server does not tell. */
  readonly user: User
  /** The address of the web app that shows the project, without a slash at the end. */
  readonly appUrl: string
}

/** @internal */
export const projectFields: Fields<Project> = {
  id: field('id', StorageId),
  entity: field('entityName', t.string),
  name: field('name', t.string),
  description: field('description', nullable(t.string)),
  access: field('access', nullable(t.string)),
  createdAt: field('createdAt', nullable(UtcDate)),
  updatedAt: field('updatedAt', nullable(UtcDate)),
  lastActiveAt: field('lastActive', nullable(UtcDate)),
  isBenchmark: field('isBenchmark', nullable(t.boolean)),
  readOnly: field('readOnly', nullable(t.boolean)),
  user: field('user', userOrUnknown),
  appUrl: field('appUrl', appUrl),
}

/**
 * Reads a `Project` node of the wire. A loader adds `appUrl`; without it, it is W&B's own.
 *
 * @category Codec
 * @since 0.1.0
 */
export const Project: t.Type<Project, unknown> = record<Project>('Project', projectFields)
