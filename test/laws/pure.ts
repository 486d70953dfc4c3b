import { isDeepStrictEqual } from 'node:util'
import { deepFreeze } from './deepFreeze.ts'

/** True where a function gives one answer twice and leaves its frozen input as it was. */
export const isPure =
  <A>(f: (input: A) => unknown) =>
  (input: A): boolean => {
    const before = structuredClone(input)
    const frozen = deepFreeze(input)
    return isDeepStrictEqual(f(frozen), f(frozen)) && isDeepStrictEqual(frozen, before)
  }
