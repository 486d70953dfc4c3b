import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { isObject } from '../../../types/codec/isObject.ts'
import type { DecodeFailure, WirePlace } from '../../../types/DecodeFailure.ts'
import { decodeNode } from '../../../types/decodeNode.ts'
import type { Client } from '../../Client.ts'
import { redactedJson } from '../http/credentials.ts'

/** Decodes nodes into records that know the URL of the web app. */
export const withAppUrl = <A>(
  client: Client,
  codec: t.Type<A, unknown>,
): ((node: unknown, at?: WirePlace) => E.Either<DecodeFailure, A>) => {
  const decode = decodeNode(codec)
  return (node, at) =>
    E.mapLeft((failure: DecodeFailure) => redactedJson(failure, client.redact) as DecodeFailure)(
      decode(isObject(node) ? { ...node, appUrl: client.appUrl } : node, at),
    )
}
