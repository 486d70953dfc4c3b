import { isDeepStrictEqual } from 'node:util'
import { deepFreeze } from './deepFreeze.ts'

/** Whether a function returns the same result twice and does not change its frozen input. */
export const isPure =
  <A>(f: (input: A) => unknown) =>
  (input: A): boolean => {
    const before = structuredClone(input)
    const frozen = deepFreeze(input)
    return isDeepStrictEqual(f(frozen), f(frozen)) && isDeepStrictEqual(frozen, before)
  }
