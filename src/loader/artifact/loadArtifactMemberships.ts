import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { ArtifactMembership } from '../../types/ArtifactMembership.ts'
import { isObject } from '../../types/codec/isObject.ts'
import { own } from '../../types/codec/own.ts'
import type { DecodeFailure } from '../../types/DecodeFailure.ts'
import { decodeNode } from '../../types/decodeNode.ts'
import type { Client } from '../Client.ts'
import { ofVersion } from '../internal/artifact/ofVersion.ts'
import { resolveVersion, versionOf } from '../internal/artifact/resolveVersion.ts'
import { request } from '../internal/http/request.ts'
import { connectionPage } from '../internal/paging/connection.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { Listed } from '../list.ts'
import { memberships } from './internal/documents.ts'
import type { ArtifactVersionQuery } from './loadArtifactVersion.ts'

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
      query: ofVersion(operationName, target.right.by, '', memberships),
      variables: target.right.variables,
    })
    const data = await request(client, make, { signal })
    if (E.isLeft(data)) return data
    const version = versionOf(client, target.right, data.right)
    if (E.isLeft(version)) return version
    const page = connectionPage(version.right['artifactMemberships'])
    if (page === undefined)
      return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'missing list of memberships' }))
    const items: Array<ArtifactMembership> = []
    const failures: Array<DecodeFailure> = []
    let skipped = 0
    for (const [index, edge] of page.edges.entries()) {
      const node = isObject(edge) ? own(edge, 'node') : undefined
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
