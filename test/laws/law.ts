import fc from 'fast-check'

const { LAW_CASES = '100' } = process.env
const share = Number(LAW_CASES) / 10_000
if (!(share > 0)) throw new Error(`LAW_CASES must be a positive number, got ${LAW_CASES}.`)

/**
 * The number of cases to check: `full` when LAW_CASES is 10,000, as in CI, otherwise the same share of it, but at least `least`: below that, a
 * test would be vacuous.
 */
export const caseCount = (full = 10_000, least = 100): number =>
  Math.max(Math.min(full, least), Math.round(full * share))

/** Asserts that a predicate holds for all values. It must return a boolean, so that `undefined` cannot pass. */
export const law = <Values extends [unknown, ...Array<unknown>]>(
  arbitraries: { [K in keyof Values]: fc.Arbitrary<Values[K]> },
  predicate: (...values: Values) => boolean,
): void => {
  fc.assert(fc.property(fc.tuple(...arbitraries), (values) => predicate(...(values as Values))))
}

/** Asserts that a predicate holds for all values, in `caseCount()` cases. */
export const thoroughLaw = <A>(values: fc.Arbitrary<A>, predicate: (value: A) => boolean): void => {
  fc.assert(fc.property(values, predicate), { numRuns: caseCount() })
}
