import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { type DecodeFailure, decodeNode, type NodePosition } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import type { Client } from '../Client.ts'
import { redactJson } from '../credentials.ts'
import { type Missing, notFound, unreadableRecord } from '../errors.ts'
import type { LoadError } from '../LoadError.ts'
import type { GraphqlData } from '../readReply.ts'
import type { GraphqlDocument } from './document.ts'
import { request } from './request.ts'

/** Decodes nodes into records that know the URL of the web app. */
export const decodeWithAppUrl = <A>(
  client: Client,
  codec: t.Type<A, unknown>,
): ((node: unknown, at?: NodePosition) => E.Either<DecodeFailure, A>) => {
  const decode = decodeNode(codec)
  return (node, at) =>
    E.mapLeft((failure: DecodeFailure) => redactJson(failure, client.redact) as DecodeFailure)(
      decode(isObject(node) ? { ...node, appUrl: client.appUrl } : node, at),
    )
}

/** A GraphQL request for one record. */
interface RecordRequest<A> {
  readonly document: GraphqlDocument
  readonly variables: Readonly<Record<string, unknown>>
  /** Returns the node in the response; `null` and `undefined` mean that the record does not exist. */
  readonly node: (data: GraphqlData) => unknown
  readonly codec: t.Type<A, unknown>
  readonly what: Missing
  /** The path or id that was asked for. */
  readonly path: string
}

/** Loads one record in one request. */
export const loadRecord = async <A>(
  client: Client,
  one: RecordRequest<A>,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, A>> => {
  const { document, variables, what } = one
  const data = await request(client, document, variables, { signal })
  if (E.isLeft(data)) return data
  const node = one.node(data.right)
  if (node === null || node === undefined) return E.left(notFound(client, what, one.path))
  return E.mapLeft(unreadableRecord(what))(decodeWithAppUrl(client, one.codec)(node))
}
