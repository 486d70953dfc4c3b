import { isDeepStrictEqual } from 'node:util'

/** Whether an operation returns the same data-first and data-last. */
export const isDual =
  <R, A>(operation: { (record: R, argument: A): unknown; (argument: A): (record: R) => unknown }) =>
  (record: R, argument: A): boolean =>
    isDeepStrictEqual(operation(record, argument), operation(argument)(record))
