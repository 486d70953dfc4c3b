import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { type DecodeFailure, toDecodeFailure } from 'wandb-run-ops/types'

/** What a codec decoded; throws if it failed. */
export const decoded = <A>(codec: t.Decoder<unknown, A>, wire: unknown): A => {
  const outcome = codec.decode(wire)
  if (E.isLeft(outcome)) throw new Error(`unreadable: ${JSON.stringify(toDecodeFailure(outcome.left))}`)
  return outcome.right
}

/** Why a codec failed; throws if it succeeded. */
export const refusal = (codec: t.Decoder<unknown, unknown>, wire: unknown): DecodeFailure => {
  const outcome = codec.decode(wire)
  if (E.isRight(outcome)) throw new Error('readable')
  return toDecodeFailure(outcome.left)
}

/** Whether a codec fails with a short reason. */
export const refuses = (codec: t.Decoder<unknown, unknown>, wire: unknown): boolean => E.isLeft(codec.decode(wire))
