import type fc from 'fast-check'
import type { Ord } from 'fp-ts/lib/Ord.js'
import { test } from 'vitest'
import { eqLaws } from './eq.ts'
import { law } from './law.ts'

/** The laws of a total order, those of its equality included. */
export const ordLaws = <A>(ord: Ord<A>, values: fc.Arbitrary<A>): void => {
  const atMost = (a: A, b: A): boolean => ord.compare(a, b) <= 0
  eqLaws(ord, values)
  test('treats a value as equal to itself', () => {
    law([values], (a) => ord.compare(a, a) === 0)
  })
  test('is antisymmetric: swapping the arguments negates the result', () => {
    law([values, values], (a, b) => ord.compare(a, b) + ord.compare(b, a) === 0)
  })
  test('orders transitively', () => {
    law([values, values, values], (a, b, c) => !(atMost(a, b) && atMost(b, c)) || atMost(a, c))
  })
  test('is total', () => {
    law([values, values], (a, b) => atMost(a, b) || atMost(b, a))
  })
  test('compares to 0 exactly when equal', () => {
    law([values, values], (a, b) => (ord.compare(a, b) === 0) === ord.equals(a, b))
  })
}

/** A sorted list ends with the missing values. */
export const missingLast = <A>(
  ord: Ord<A>,
  values: fc.Arbitrary<ReadonlyArray<A>>,
  isMissing: (value: A) => boolean,
): void => {
  test('puts missing values last', () => {
    law([values], (list) => {
      const sorted = [...list].sort(ord.compare)
      const first = sorted.findIndex(isMissing)
      return first === -1 || sorted.slice(first).every(isMissing)
    })
  })
}
