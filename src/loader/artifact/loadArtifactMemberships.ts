import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { readConnectionPage } from '../../client/graphql/connection.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { request } from '../../client/request.ts'
import { ArtifactMembership } from '../../types/artifact/ArtifactMembership.ts'
import { type DecodeFailure, decodeNode } from '../../types/wire/DecodeFailure.ts'
import { getOwn, isObject } from '../../types/wire/own.ts'
import { membershipsSelection, versionScopedDocument } from './documents.ts'
import type { ArtifactVersionQuery } from './loadArtifactVersion.ts'
import { findVersion, resolveVersion } from './resolve.ts'

/**
 * Loads the collections that contain an artifact version: the one that it was logged to, and those that link to it, with
 * its number and aliases in each.
 *
 * The server returns a single page: if that is not all, `complete` is `false`.
 *
 * @param query - The artifact version.
 * @returns A function from a client to the memberships.
 * @example
 * ```ts no-run
 * import { loadArtifactMemberships, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadArtifactMemberships({ artifactVersion: 'team/vision/model:v3' })(client))
 *
 * console.log(items.filter(({ kind }) => kind === 'portfolio').map(({ name, aliases }) => [name, aliases]))
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadArtifactMemberships =
  ({ artifactVersion, signal }: ArtifactVersionQuery) =>
  (client: Client): TaskEither<LoadError, Listed<ArtifactMembership>> =>
  async () => {
    const target = await resolveVersion(client, artifactVersion, signal)
    if (E.isLeft(target)) return target
    const operationName = 'ArtifactMemberships'
    const make = () => ({
      operationName,
      query: versionScopedDocument(operationName, target.right.by, '', membershipsSelection),
      variables: target.right.variables,
    })
    const data = await request(client, make, { signal })
    if (E.isLeft(data)) return data
    const version = findVersion(client, target.right, data.right)
    if (E.isLeft(version)) return version
    const page = readConnectionPage(version.right['artifactMemberships'])
    if (page === undefined)
      return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'missing list of memberships' }))
    const items: Array<ArtifactMembership> = []
    const failures: Array<DecodeFailure> = []
    let skipped = 0
    for (const [index, edge] of page.edges.entries()) {
      const node = isObject(edge) ? getOwn(edge, 'node') : undefined
      if (node === null || node === undefined) {
        skipped += 1
        continue
      }
      const read = decodeNode(ArtifactMembership)(node, { page: 0, index })
      if (E.isRight(read)) items.push(read.right)
      else failures.push(read.left)
    }
    const complete = page.next === undefined
    return E.right({ items, totalCount: undefined, failures, duplicates: 0, skipped, complete, cursor: undefined })
  }
