import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import * as t from 'io-ts'
import type { Client } from '../../client/Client.ts'
import { type Listed, loadList } from '../../client/graphql/loadList.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { request } from '../../client/request.ts'
import { type ArtifactHeavyField, type ArtifactWith, artifactCodec } from '../../types/artifact/Artifact.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { getOwn, isObject } from '../../types/wire/own.ts'
import { aliasesDocument, artifactDocument } from './documents.ts'
import { loadArtifactVersions } from './loadArtifactVersions.ts'
import { type ArtifactReference, findInProject, type ResolvedArtifactPath, resolveArtifact } from './resolve.ts'

/** The records of a list that must be complete: a single failure, or a premature end, is an error. */
export const assertComplete = <A>(
  what: string,
  list: E.Either<LoadError, Listed<A>>,
): E.Either<LoadError, ReadonlyArray<A>> => {
  if (E.isLeft(list)) return list
  const { items, failures, complete } = list.right
  const [failure] = failures
  if (failure !== undefined) return E.left(loadError({ _tag: 'Unreadable', what, failure }))
  return complete
    ? E.right(Object.freeze(items))
    : E.left(loadError({ _tag: 'ResponseMalformed', detail: `the list of ${what} records is incomplete` }))
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
      operationName: 'ArtifactAliases',
      document: aliasesDocument,
      variables: { ...path },
      connection: (data) => {
        const collection = findInProject(client, path, data, ['artifactCollection', 'artifact'])
        return E.isLeft(collection) ? collection : E.right(collection.right['aliases'])
      },
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
  <F extends ArtifactHeavyField = never>(query: string | ArtifactQuery<F>) =>
  (client: Client): TaskEither<LoadError, ArtifactWith<F>> =>
  async () => {
    const { artifact, fields = [], signal }: ArtifactQuery<F> = typeof query === 'string' ? { artifact: query } : query
    if (!Array.isArray(fields) || !fields.every((field: ArtifactHeavyField) => heavy.includes(field)))
      return E.left(
        loadError({ _tag: 'InvalidQuery', field: 'fields', reason: `must be an array of ${heavy.join(', ')}` }),
      )
    const path = await resolveArtifact(client, artifact, signal)
    if (E.isLeft(path)) return path
    const make = () => ({ operationName: 'Artifact', query: artifactDocument, variables: { ...path.right } })
    const data = await request(client, make, { signal })
    if (E.isLeft(data)) return data
    const node = findInProject(client, path.right, data.right, ['artifactCollection', 'artifact'])
    if (E.isLeft(node)) return node
    const read = decodeNode(artifactCodec(client.appUrl))(node.right)
    if (E.isLeft(read)) return E.left(loadError({ _tag: 'Unreadable', what: 'artifact', failure: read.left }))
    const wanted: ReadonlySet<ArtifactHeavyField> = new Set(fields)
    const versions = wanted.has('versions')
      ? assertComplete('artifact version', await loadArtifactVersions({ artifact: path.right, signal })(client)())
      : undefined
    if (versions !== undefined && E.isLeft(versions)) return versions
    const aliases = wanted.has('aliases')
      ? assertComplete('alias', await loadAliases(client, path.right, signal))
      : undefined
    if (aliases !== undefined && E.isLeft(aliases)) return aliases
    return E.right(
      Object.freeze({
        ...read.right,
        ...(versions === undefined ? {} : { versions: versions.right }),
        ...(aliases === undefined ? {} : { aliases: aliases.right }),
      }) as unknown as ArtifactWith<F>,
    )
  }
