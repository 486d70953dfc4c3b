import fc from 'fast-check'

/** Asserts that a predicate holds for all values: it must return a boolean, so that it cannot pass by saying nothing. */
export const law = <Values extends [unknown, ...Array<unknown>]>(
  arbitraries: { [K in keyof Values]: fc.Arbitrary<Values[K]> },
  predicate: (...values: Values) => boolean,
): void => {
  fc.assert(fc.property(fc.tuple(...arbitraries), (values) => predicate(...(values as Values))))
}
