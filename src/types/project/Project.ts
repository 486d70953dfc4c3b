import * as t from 'io-ts'
import { type User, userOrUnknown } from '../user/User.ts'
import { StorageId } from '../wire/ids.ts'
import { AppUrl, type Fields, field, nullable, record } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'

/**
 * A project: a collection of related runs.
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
  /** The description. */
  readonly description: string | undefined
  /** Who can see it, such as `PRIVATE` or `USER_READ`, as the server sent it. */
  readonly access: string | undefined
  /** When it was created; `undefined` if not sent. */
  readonly createdAt: Date | undefined
  /** When it was last updated; `undefined` if not sent. */
  readonly updatedAt: Date | undefined
  /** When one of its runs was last active; `undefined` if not sent. */
  readonly lastActiveAt: Date | undefined
  /** Whether it is a benchmark. */
  readonly isBenchmark: boolean | undefined
  /** Whether it is read-only for the API key. */
  readonly readOnly: boolean | undefined
  /** The user who created it; {@link unknownUser} if the server does not report one. */
  readonly user: User
  /** The base URL of the web app, without a trailing slash. */
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
  appUrl: field('appUrl', AppUrl),
}

/**
 * Decodes a GraphQL `Project` node. Loaders add `appUrl`; the default is `https://wandb.ai`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const Project: t.Type<Project, unknown> = record<Project>('Project', projectFields)
