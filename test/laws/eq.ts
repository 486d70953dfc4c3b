import type fc from 'fast-check'
import type { Eq } from 'fp-ts/lib/Eq.js'
import { test } from 'vitest'
import { law } from './law.ts'

/** The laws of an equality. */
export const eqLaws = <A>(eq: Eq<A>, values: fc.Arbitrary<A>): void => {
  test('is reflexive', () => {
    law([values], (a) => eq.equals(a, a))
  })
  test('is symmetric', () => {
    law([values, values], (a, b) => eq.equals(a, b) === eq.equals(b, a))
  })
  test('is transitive', () => {
    law([values, values, values], (a, b, c) => !(eq.equals(a, b) && eq.equals(b, c)) || eq.equals(a, c))
  })
}
