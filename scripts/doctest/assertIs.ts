import { inspect, isDeepStrictEqual } from 'node:util'

const shown = (value: unknown): string => inspect(value, { depth: 8, breakLength: 100 })

/** Throws, naming the place, where two values are not deeply equal. NaN equals NaN. */
export const assertIs = (actual: unknown, expected: unknown, place: string): void => {
  if (isDeepStrictEqual(actual, expected)) return
  throw new Error(`${place}\n  the example says ${shown(expected)}\n  and the value is ${shown(actual)}`)
}
