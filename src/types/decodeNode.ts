import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { type DecodeFailure, toDecodeFailure, type WirePlace } from './DecodeFailure.ts'

/**
 * Reads nodes of the wire with a codec one by one, and says in a few words why one could not be read.
 *
 * @returns A function from a node, and where it stood, to the record or the reason why there is none. It never throws.
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
      // Only an object that runs code when it is read comes here: a getter or a proxy.
      return E.left(toDecodeFailure([{ value: {}, context: t.getDefaultContext(codec) }], undefined, at))
    }
  }
