import * as E from 'fp-ts/lib/Either.js'
import { ArtifactManifest } from '../../../types/ArtifactManifest.ts'
import { isObject } from '../../../types/codec/isObject.ts'
import { parseJson } from '../../../types/codec/parseJson.ts'
import { decodeNode } from '../../../types/decodeNode.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import { fetchBytes } from '../http/fetchBytes.ts'
import { request } from '../http/request.ts'
import { ofVersion } from './ofVersion.ts'
import { type VersionTarget, versionOf } from './resolveVersion.ts'

/** A manifest, and the id of its version, because an alias may point to another version by now. */
export interface FetchedManifest {
  readonly id: string
  readonly manifest: ArtifactManifest
}

/** Requests the URL of the manifest of an artifact version, and fetches it. */
export const fetchManifest = async (
  client: Client,
  target: VersionTarget,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, FetchedManifest>> => {
  const document = ofVersion('ArtifactManifest', target.by, '', 'id currentManifest { file { directUrl } }')
  const make = () => ({ operationName: 'ArtifactManifest', query: document, variables: target.variables })
  const data = await request(client, make, { signal })
  if (E.isLeft(data)) return data
  const version = versionOf(client, target, data.right)
  if (E.isLeft(version)) return version
  const { id, currentManifest } = version.right
  const file = isObject(currentManifest) ? currentManifest['file'] : undefined
  const url = isObject(file) ? file['directUrl'] : undefined
  if (typeof url !== 'string' || url === '')
    return E.left(loadError({ _tag: 'NotFound', what: 'manifest', path: client.redact(target.shown) }))
  if (typeof id !== 'string')
    return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'the artifact version has no id' }))
  const bytes = await fetchBytes(client, url, { anonymous: true, signal })
  if (E.isLeft(bytes)) return bytes
  const json = parseJson(new TextDecoder().decode(bytes.right.bytes))
  if (E.isLeft(json)) return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'the manifest is not JSON' }))
  const read = decodeNode(ArtifactManifest)(json.right)
  return E.isRight(read)
    ? E.right({ id, manifest: read.right })
    : E.left(loadError({ _tag: 'Unreadable', what: 'manifest', failure: read.left }))
}
