import * as t from 'io-ts'
import { Int64 } from '../wire/int64.ts'
import { field, nullable, record } from '../wire/record.ts'

/**
 * The location of an artifact version: its number in a collection.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ArtifactVersionSource {
  /** The entity of the collection; `undefined` if the API key cannot see it. */
  readonly entity: string | undefined
  /** The project of the collection; `undefined` if the API key cannot see it. */
  readonly project: string | undefined
  /** The name of the collection. */
  readonly name: string
  /** The version's number in the collection. */
  readonly version: number
}

/**
 * Decodes the location of an artifact version.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactVersionSource: t.Type<ArtifactVersionSource, unknown> = record<ArtifactVersionSource>(
  'ArtifactVersionSource',
  {
    entity: field('entity', nullable(t.string)),
    project: field('project', nullable(t.string)),
    name: field('name', t.string),
    version: field('version', Int64),
  },
)
