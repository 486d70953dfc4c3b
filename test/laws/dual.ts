import { isDeepStrictEqual } from 'node:util'

/** True where an operation gives the same with its record first and with its record last. */
export const isDual =
  <R, A>(operation: { (record: R, argument: A): unknown; (argument: A): (record: R) => unknown }) =>
  (record: R, argument: A): boolean =>
    isDeepStrictEqual(operation(record, argument), operation(argument)(record))
