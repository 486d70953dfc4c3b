import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'

/** A codec that reads as another does, and what it read each value from. */
export interface KeptRaw<A> {
  readonly codec: t.Decoder<unknown, A>
  /** What a value was read from; the value itself where the codec did not read it. */
  readonly rawOf: (value: unknown) => unknown
}

/** A brought codec may turn a dictionary into anything; whoever looks for a metric needs it as it was logged. */
export const keptRaw = <A>(codec: t.Decoder<unknown, A>): KeptRaw<A> => {
  const raws = new WeakMap<object, unknown>()
  const validate: t.Validate<unknown, A> = (u, context) => {
    const read = codec.validate(u, context)
    if (E.isRight(read) && typeof read.right === 'object' && read.right !== null) raws.set(read.right, u)
    return read
  }
  return {
    codec: { name: codec.name, validate, decode: (u) => validate(u, [{ key: '', type: codec, actual: u }]) },
    rawOf: (value) => (typeof value === 'object' && value !== null ? (raws.get(value) ?? value) : value),
  }
}
