import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import * as t from 'io-ts'
import type { Client } from '../../client/Client.ts'
import { invalidOption, malformedResponse, unreadableRecord } from '../../client/errors.ts'
import { type Listed, loadList } from '../../client/graphql/loadList.ts'
import { request } from '../../client/graphql/request.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { abortSignal } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { fail, unwrap } from '../../client/task.ts'
import { type ArtifactHeavyField, type ArtifactWith, artifactCodec } from '../../types/artifact/Artifact.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { getOwn, isObject } from '../../types/wire/own.ts'
import { byProjectAndName } from '../request/references.ts'
import { aliasesDocument, artifactDocument } from './documents.ts'
import { loadArtifactVersions } from './loadArtifactVersions.ts'
import { type ArtifactReference, findArtifact, type ResolvedArtifactPath, resolveArtifact } from './resolve.ts'

/** The records of a list that must be complete: a single failure, or a premature end, is an error. */
export const assertComplete =
  (what: string) =>
  <A>({ items, failures: [failure], complete }: Listed<A>): E.Either<LoadError, ReadonlyArray<A>> => {
    if (failure !== undefined) return E.left(unreadableRecord(what)(failure))
    return complete
      ? E.right(Object.freeze(items))
      : E.left(malformedResponse(`the list of ${what} records is incomplete`))
  }

const alias: t.Type<string, unknown> = new t.Type(
  'ArtifactAlias',
  t.string.is,
  (u, context) => t.string.validate(isObject(u) ? getOwn(u, 'alias') : u, context),
  t.identity,
)

/** Loads the aliases of all versions of an artifact. */
export const loadAliases = (
  client: Client,
  path: ResolvedArtifactPath,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, Listed<string>>> =>
  loadList(
    client,
    { signal },
    {
      document: aliasesDocument,
      variables: { ...path },
      connection: (data) => E.map(({ aliases }: GraphqlData) => aliases)(findArtifact(client, path, data)),
      decode: decodeNode(alias),
      phase: 'artifacts',
      pageSize: 1000,
    },
  )

/**
 * The options of {@link loadArtifact}.
 *
 * @typeParam F - The heavy fields.
 * @category Artifacts
 * @since 0.1.0
 */
export interface ArtifactQuery<F extends ArtifactHeavyField = never> {
  /** The artifact's path in any format that `parseArtifactPath` accepts, or its record. */
  readonly artifact: ArtifactReference
  /** The heavy fields to load: `versions`, `aliases`; none by default. */
  readonly fields?: ReadonlyArray<F> | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

export const artifactShape: QueryShape<ArtifactQuery> = {
  subject: 'artifact',
  options: { artifact: true, fields: true, signal: abortSignal },
  reference: byProjectAndName,
}

const heavy: ReadonlyArray<ArtifactHeavyField> = ['versions', 'aliases']

/**
 * Loads one artifact, which is a collection of versions, optionally with its versions and aliases.
 *
 * An artifact that does not exist, or that the API key has no access to, is `NotFound`. Heavy
 * fields are complete: a version that cannot be read makes the load fail with `Unreadable`. Use
 * {@link loadArtifactVersions} to load the readable versions.
 *
 * @param query - The artifact's path, or a query.
 * @returns A function from a client to the artifact.
 * @example
 * ```ts no-run
 * import { loadArtifact, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { artifactLink, artifactVersions } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const model = await orThrow(loadArtifact({ artifact: 'team/vision/model', fields: ['versions'] })(client))
 *
 * console.log(artifactLink(model), artifactVersions(model).length)
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadArtifact =
  <F extends ArtifactHeavyField = never>(query: ArtifactReference | ArtifactQuery<F>) =>
  (client: Client): TaskEither<LoadError, ArtifactWith<F>> =>
    queryTask(client, artifactShape, query, async function* ({ artifact, fields = [], signal }: ArtifactQuery<F>) {
      if (!Array.isArray(fields) || !fields.every((field: ArtifactHeavyField) => heavy.includes(field)))
        return yield* fail(invalidOption('fields', `must be an array of ${heavy.join(', ')}`))
      const path = yield* unwrap(resolveArtifact(client, artifact, signal))
      const data = yield* unwrap(request(client, artifactDocument, { ...path }, { signal }))
      const node = yield* unwrap(findArtifact(client, path, data))
      const read = yield* unwrap(
        E.mapLeft(unreadableRecord('artifact'))(decodeNode(artifactCodec(client.appUrl))(node)),
      )
      const wanted: ReadonlySet<ArtifactHeavyField> = new Set(fields)
      const loaded: { -readonly [K in ArtifactHeavyField]?: unknown } = {}
      if (wanted.has('versions')) {
        const versions = yield* unwrap(loadArtifactVersions({ artifact: path, signal })(client))
        loaded.versions = yield* unwrap(assertComplete('artifact version')(versions))
      }
      if (wanted.has('aliases')) {
        const aliases = yield* unwrap(loadAliases(client, path, signal))
        loaded.aliases = yield* unwrap(assertComplete('alias')(aliases))
      }
      return Object.freeze({ ...read, ...loaded }) as unknown as ArtifactWith<F>
    })
