import { inspect, isDeepStrictEqual } from 'node:util'

const format = (value: unknown): string => inspect(value, { depth: 8, breakLength: 100 })

/** Throws an error with the location if two values are not deeply equal. NaN equals NaN. */
export const assertIs = (actual: unknown, expected: unknown, location: string): void => {
  if (isDeepStrictEqual(actual, expected)) return
  throw new Error(`${location}\n  expected ${format(expected)}\n  but got  ${format(actual)}`)
}
