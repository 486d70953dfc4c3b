import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operations } from 'wandb-run-ops/ops'
import { call, neededRecord, otherArguments } from './arguments.ts'
import { law } from './law.ts'
import { isTotal } from './total.ts'

/** The same record without some of its fields, with some of them null, or as its JSON. */
const partial = (record: fc.Arbitrary<Readonly<Record<string, unknown>>>): fc.Arbitrary<unknown> =>
  record.chain((whole) => {
    const fields = Object.keys(whole)
    return fc.oneof(
      fc.subarray(fields).map((names) => Object.fromEntries(names.map((name) => [name, whole[name]]))),
      fc
        .subarray(fields)
        .map((names) => Object.fromEntries(fields.map((name) => [name, names.includes(name) ? whole[name] : null]))),
      fc.constant(JSON.parse(JSON.stringify(whole)) as unknown),
    )
  })

/** The dates in a value. */
const datesIn = (value: unknown): ReadonlyArray<Date> => {
  if (value instanceof Date) return [value]
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  return Object.values(value).flatMap(datesIn)
}

/** What an operation returns for a record that has no field; the predicates of a state have an answer without one. */
const withoutFields: Readonly<Record<string, unknown>> = {
  'artifact-isPortfolio': false,
  'run-hasEnded': false,
  'run-isActive': false,
  'run-isFinished': false,
}

/** A section of a report may name a project itself. */
const readsArgument: ReadonlySet<string> = new Set(['report-listedRuns', 'report-runs'])

describe.each(operations.map((operation) => ({ operation, name: operation.name })))('$name', ({ operation }) => {
  const others = otherArguments(operation)

  test('does not throw for a record that lacks fields', () => {
    law([partial(neededRecord(operation)), others], (record, rest) => isTotal((r) => call(operation, r, rest))(record))
  })

  test.skipIf(readsArgument.has(operation.name))('has no value for a record without fields', () => {
    fc.assert(
      fc.property(others, (rest) => {
        expect(call(operation, {}, rest)).toBe(withoutFields[operation.name])
      }),
    )
  })

  test('returns no date of the record', () => {
    law([neededRecord(operation), others], (record, rest) => {
      const own = new Set(Object.values(record).filter((value) => value instanceof Date))
      const result = call(operation, record, rest)
      return !datesIn(result).some((date) => own.has(date))
    })
  })
})
