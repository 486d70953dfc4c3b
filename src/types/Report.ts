import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { appUrl } from './codec/appUrl.ts'
import { JsonObject } from './codec/JsonObject.ts'
import { nullable } from './codec/nullable.ts'
import { field, record } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'
import { StorageId } from './StorageId.ts'
import { type User, userOrUnknown } from './User.ts'

/**
 * A page of text and panels about the runs of a project.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Report {
  /** The server's id; the report's URL ends with it, without the `=` at its end. */
  readonly id: StorageId
  /** The entity that owns the project. */
  readonly entity: string
  /** The project that the report belongs to. */
  readonly project: string
  /** W&B's own name for it, which people do not see. */
  readonly name: string | undefined
  /** The title. */
  readonly displayName: string | undefined
  /** What stands below the title. */
  readonly description: string | undefined
  /** Who wrote it; {@link unknownUser} where the server does not tell. */
  readonly user: User
  /** When it was created. */
  readonly createdAt: Date
  /** When it last changed; `undefined` where the server does not tell. */
  readonly updatedAt: Date | undefined
  /** The whole report as W&B's web app keeps it; empty where there is none. */
  readonly spec: Readonly<Record<string, unknown>>
  /** The address of the web app that shows the report, without a slash at the end. */
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
 * Reads a `View` node of the wire. A loader adds `appUrl`; without it, it is W&B's own.
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
  appUrl: field('appUrl', appUrl),
})
