import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { type DecodeFailure, toDecodeFailure, type WirePlace } from './DecodeFailure.ts'

/**
 * Decodes GraphQL nodes one at a time, with a short reason for each that could not be decoded.
 *
 * @returns A function from a node and its position to the record, or to the reason why it could not be decoded. It
 *   never throws.
 * @category Codec blocks
 * @since 0.1.0
 */
export const decodeNode =
  <A>(codec: t.Type<A, unknown>): ((node: unknown, at?: WirePlace) => E.Either<DecodeFailure, A>) =>
  (node, at) => {
    try {
      const record = codec.decode(node)
      return E.isRight(record) ? record : E.left(toDecodeFailure(record.left, undefined, at))
    } catch {
      // Only reached by an object that runs code when read: a getter or a proxy.
      return E.left(toDecodeFailure([{ value: {}, context: t.getDefaultContext(codec) }], undefined, at))
    }
  }
