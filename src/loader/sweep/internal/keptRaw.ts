import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'

/** A codec that remembers the input of every value. */
export interface KeptRaw<A> {
  readonly codec: t.Decoder<unknown, A>
  /** Returns the input of a value; the value itself if the codec did not decode it. */
  readonly rawOf: (value: unknown) => unknown
}

/** A custom codec may transform a dict, but finding a metric needs the values as logged. */
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
