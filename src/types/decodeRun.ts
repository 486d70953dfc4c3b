import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { ConfigDict } from './ConfigDict.ts'
import { isObject } from './codec/isObject.ts'
import { own } from './codec/own.ts'
import { type DecodeFailure, toDecodeFailure, type WirePlace } from './DecodeFailure.ts'
import type { NodeField } from './RunHeavy.ts'
import type { RunWith } from './RunWith.ts'
import { type DictCodecs, type RunPlace, runCodec } from './runCodec.ts'
import type { SummaryDict } from './SummaryDict.ts'

/**
 * Decodes GraphQL `Run` nodes one at a time, with a short reason for each that could not be decoded.
 *
 * @returns A function from a node and its position to the run, or to the reason why it could not be decoded. It never
 *   throws.
 * @category Codec
 * @since 0.1.0
 */
export const decodeRun = <F extends NodeField, C = ConfigDict, S = SummaryDict>(
  fields: ReadonlyArray<F>,
  project?: RunPlace,
  decode: DictCodecs<C, S> = {},
): ((node: unknown, at?: WirePlace) => E.Either<DecodeFailure, RunWith<F, C, S>>) => {
  const codec = runCodec(fields, project, decode)
  return (node, at) => {
    try {
      const run = codec.decode(node)
      return E.isRight(run)
        ? run
        : E.left(toDecodeFailure(run.left, isObject(node) ? own(node, 'name') : undefined, at))
    } catch {
      // Only reached by an object that runs code when read: a getter or a proxy.
      return E.left(toDecodeFailure([{ value: {}, context: t.getDefaultContext(codec) }], undefined, at))
    }
  }
}
