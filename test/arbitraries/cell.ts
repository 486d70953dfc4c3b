import fc from 'fast-check'
import { anyNumber, hostileString, json } from './json.ts'

const date = fc.date({ noInvalidDate: false })
const typed: ReadonlyArray<fc.Arbitrary<unknown>> = [
  anyNumber,
  fc.integer(),
  fc.maxSafeInteger(),
  fc.boolean(),
  hostileString,
  date,
  fc.array(hostileString, { maxLength: 3 }),
  fc.array(anyNumber, { maxLength: 3 }),
  fc.array(fc.array(fc.integer(), { maxLength: 2 }), { maxLength: 2 }),
  fc.constant([]),
]
const none = fc.constantFrom(undefined, null)

/** A value that a cell of a table may have, or none. */
export const cell: fc.Arbitrary<unknown> = fc.oneof(...typed, json, none)

/** The cells of a column: mostly of one type, with some missing. */
export const cells: fc.Arbitrary<ReadonlyArray<unknown>> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...typed).chain((value) => fc.array(fc.oneof(value, none), { maxLength: 20 })),
  },
  { weight: 1, arbitrary: fc.array(cell, { maxLength: 20 }) },
)
