import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { DecodeFailure } from '../../../types/DecodeFailure.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { LoadErrorReason } from '../../LoadErrorReason.ts'
import type { Data } from '../http/readReply.ts'
import { request } from '../http/request.ts'
import { withAppUrl } from '../paths/withAppUrl.ts'

/** A GraphQL request for one record. */
export interface OneRequest<A> {
  readonly operationName: string
  readonly document: string
  readonly variables: Readonly<Record<string, unknown>>
  /** Returns the node in the response; `null` and `undefined` mean that the record does not exist. */
  readonly node: (data: Data) => unknown
  readonly codec: t.Type<A, unknown>
  readonly what: Extract<LoadErrorReason, { readonly _tag: 'NotFound' }>['what']
  /** The path or id that was asked for. */
  readonly path: string
}

/** Loads one record in one request. */
export const loadOne = async <A>(
  client: Client,
  one: OneRequest<A>,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, A>> => {
  const { operationName, document, variables, what } = one
  const data = await request(client, () => ({ operationName, query: document, variables }), { signal })
  if (E.isLeft(data)) return data
  const node = one.node(data.right)
  if (node === null || node === undefined)
    return E.left(loadError({ _tag: 'NotFound', what, path: client.redact(one.path) }))
  return E.mapLeft((failure: DecodeFailure) => loadError({ _tag: 'Unreadable', what, failure }))(
    withAppUrl(client, one.codec)(node),
  )
}
