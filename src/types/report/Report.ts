import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { type User, userOrUnknown } from '../user/User.ts'
import { StorageId } from '../wire/ids.ts'
import { JsonObject } from '../wire/json.ts'
import { AppUrl, field, nullable, record } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'

/**
 * A report: text and panels about the runs of a project.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Report {
  /** The server's id. The report's URL ends with it, without the trailing `=`. */
  readonly id: StorageId
  /** The entity that owns the project. */
  readonly entity: string
  /** The project that the report belongs to. */
  readonly project: string
  /** W&B's internal name for it, not shown to users. */
  readonly name: string | undefined
  /** The title. */
  readonly displayName: string | undefined
  /** The description, shown below the title. */
  readonly description: string | undefined
  /** The author; {@link unknownUser} if the server does not report one. */
  readonly user: User
  /** When it was created. */
  readonly createdAt: Date
  /** When it was last updated; `undefined` if the server does not report it. */
  readonly updatedAt: Date | undefined
  /** The whole report as W&B's web app stores it; empty if there is none. */
  readonly spec: Readonly<Record<string, unknown>>
  /** The base URL of the web app, without a trailing slash. */
  readonly appUrl: string
}

const spec: t.Type<Readonly<Record<string, unknown>>, unknown> = new t.Type(
  JsonObject.name,
  JsonObject.is,
  (u, context) =>
    E.map((s: Readonly<Record<string, unknown>>) => Object.freeze({ ...s }))(JsonObject.validate(u, context)),
  t.identity,
)

/**
 * Decodes a GraphQL `View` node. Loaders add `appUrl`; the default is `https://wandb.ai`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const Report: t.Type<Report, unknown> = record<Report>('Report', {
  id: field('id', StorageId),
  entity: field('entityName', t.string),
  project: field('projectName', t.string),
  name: field('name', nullable(t.string)),
  displayName: field('displayName', nullable(t.string)),
  description: field('description', nullable(t.string)),
  user: field('user', userOrUnknown),
  createdAt: field('createdAt', UtcDate),
  updatedAt: field('updatedAt', nullable(UtcDate)),
  spec: field('spec', spec),
  appUrl: field('appUrl', AppUrl),
})
