import * as t from 'io-ts'
import { frozenArray } from '../wire/connection.ts'
import { StorageId } from '../wire/ids.ts'
import { Int64 } from '../wire/int64.ts'
import { field, nullable, record, textIn } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'
import { ArtifactKind } from './Artifact.ts'

/**
 * The membership of an artifact version in a collection: the one it was logged to, or one it is linked to.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ArtifactMembership {
  /** The server's id. */
  readonly id: StorageId
  /** The entity of the collection; `undefined` if the API key cannot see it. */
  readonly entity: string | undefined
  /** The project of the collection; `undefined` if the API key cannot see it. */
  readonly project: string | undefined
  /** The name of the collection. */
  readonly name: string
  /** `sequence` if the version was logged to it, `portfolio` if it is linked to it. */
  readonly kind: ArtifactKind
  /** The version's number in the collection. */
  readonly version: number
  /** Its aliases in the collection, in the server's order. */
  readonly aliases: ReadonlyArray<string>
  /** When it was added to the collection; `undefined` if the server does not report it. */
  readonly createdAt: Date | undefined
}

/**
 * Decodes a GraphQL `ArtifactCollectionMembership` node.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactMembership: t.Type<ArtifactMembership, unknown> = record<ArtifactMembership>(
  'ArtifactMembership',
  {
    id: field('id', StorageId),
    entity: field('artifactCollection.project.entityName', nullable(t.string)),
    project: field('artifactCollection.project.name', nullable(t.string)),
    name: field('artifactCollection.name', t.string),
    kind: field('artifactCollection.__typename', ArtifactKind),
    version: field('versionIndex', Int64),
    aliases: field('aliases', frozenArray(textIn('alias'))),
    createdAt: field('createdAt', nullable(UtcDate)),
  },
)
