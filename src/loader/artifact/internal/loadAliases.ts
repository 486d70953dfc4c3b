import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isObject } from '../../../types/codec/isObject.ts'
import { own } from '../../../types/codec/own.ts'
import { decodeNode } from '../../../types/decodeNode.ts'
import type { Client } from '../../Client.ts'
import { loadList } from '../../internal/paging/loadList.ts'
import type { LoadError } from '../../LoadError.ts'
import type { Listed } from '../../list.ts'
import { aliasesDocument } from './documents.ts'
import { partIn } from './partIn.ts'
import type { ArtifactPlace } from './resolveArtifact.ts'

const alias: t.Type<string, unknown> = new t.Type(
  'ArtifactAlias',
  t.string.is,
  (u, context) => t.string.validate(isObject(u) ? own(u, 'alias') : u, context),
  t.identity,
)

/** Loads the aliases of all versions of an artifact. */
export const loadAliases = (
  client: Client,
  path: ArtifactPlace,
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
        const collection = partIn(client, path, data, ['artifactCollection', 'artifact'])
        return E.isLeft(collection) ? collection : E.right(collection.right['aliases'])
      },
      decode: decodeNode(alias),
      phase: 'artifacts',
      pageSize: 1000,
    },
  )
