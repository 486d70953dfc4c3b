import * as t from 'io-ts'
import { connection } from '../wire/connection.ts'
import { StorageId } from '../wire/ids.ts'
import { isObject } from '../wire/own.ts'
import { field, fieldsOf, nullable, record, textIn, withFields } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'
import type { ArtifactVersion } from './ArtifactVersion.ts'

/**
 * The kind of an artifact collection: a `sequence` holds versions logged to it, a `portfolio` holds links to versions
 * of other collections.
 *
 * @category Model
 * @since 0.1.0
 */
export type ArtifactKind = 'portfolio' | 'sequence'

/**
 * Decodes the `__typename` of a collection.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactKind: t.Type<ArtifactKind, unknown> = new t.Type(
  'ArtifactKind',
  (u): u is ArtifactKind => u === 'portfolio' || u === 'sequence',
  (u, context) => {
    if (u === 'ArtifactPortfolio') return t.success('portfolio')
    return u === 'ArtifactSequence' ? t.success('sequence') : t.failure(u, context)
  },
  (a) => (a === 'portfolio' ? 'ArtifactPortfolio' : 'ArtifactSequence'),
)

/**
 * An artifact: a collection of versions under one name.
 *
 * @category Model
 * @since 0.1.0
 */
export interface Artifact {
  /** The server's id. */
  readonly id: StorageId
  /** The entity that owns the project. */
  readonly entity: string
  /** The project that the artifact belongs to. */
  readonly project: string
  /** The name, such as `model`. */
  readonly name: string
  /** The type of its versions, such as `dataset` or `model`. */
  readonly type: string
  /** Whether versions are logged to it or linked. */
  readonly kind: ArtifactKind
  /** The description. */
  readonly description: string | undefined
  /** Tags, in the server's order. */
  readonly tags: ReadonlyArray<string>
  /** When it was created. */
  readonly createdAt: Date
  /** When it was last updated; `undefined` if the server does not report it. */
  readonly updatedAt: Date | undefined
  /** The base URL of the web app, without a trailing slash. */
  readonly appUrl: string
}

/**
 * The artifact fields that are loaded on demand.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ArtifactHeavy {
  /** All its versions, in the server's order. */
  readonly versions: ReadonlyArray<ArtifactVersion>
  /** The aliases of all its versions, in the server's order. */
  readonly aliases: ReadonlyArray<string>
}

/**
 * The name of an artifact field that is loaded on demand.
 *
 * @category Model
 * @since 0.1.0
 */
export type ArtifactHeavyField = keyof ArtifactHeavy

/**
 * All fields of an artifact, light and heavy.
 *
 * @category Model
 * @since 0.1.0
 */
export type ArtifactFields = Artifact & ArtifactHeavy

/**
 * An artifact with the heavy fields `F`.
 *
 * @typeParam F - The names of the loaded heavy fields.
 * @category Model
 * @since 0.1.0
 */
export type ArtifactWith<F extends ArtifactHeavyField> = Artifact & Pick<ArtifactHeavy, F>

const flat = record<Omit<Artifact, 'appUrl'>>('Artifact', {
  id: field('id', StorageId),
  entity: field('project.entityName', t.string),
  project: field('project.name', t.string),
  name: field('name', t.string),
  type: field('defaultArtifactType.name', t.string),
  kind: field('__typename', ArtifactKind),
  description: field('description', nullable(t.string)),
  tags: field('tags', connection(textIn('name'))),
  createdAt: field('createdAt', UtcDate),
  updatedAt: field('updatedAt', nullable(UtcDate)),
})

/**
 * Codec of artifacts: decodes an `ArtifactSequence` or `ArtifactPortfolio` node, with its `__typename`, and encodes it
 * again.
 *
 * @param appUrl - The base URL of the web app, without a trailing slash.
 * @category Codec
 * @since 0.1.0
 */
export const artifactCodec = (appUrl: string): t.Type<Artifact, unknown> =>
  withFields(
    new t.Type<Artifact, unknown>(
      'Artifact',
      (u): u is Artifact => isObject(u) && t.string.is(u['appUrl']) && flat.is(u),
      (u, context) => {
        const read = flat.validate(u, context)
        return read._tag === 'Left' ? read : t.success(Object.freeze({ ...read.right, appUrl }))
      },
      flat.encode,
    ),
    fieldsOf(flat),
  )

/**
 * Decodes an `ArtifactSequence` or `ArtifactPortfolio` node from a server whose web app is at `https://wandb.ai`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const Artifact: t.Type<Artifact, unknown> = artifactCodec('https://wandb.ai')
