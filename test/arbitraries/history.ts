import fc from 'fast-check'
import type { History, HistoryKeys } from 'wandb-run-ops/types'
import { anyNumber, dictOf, json } from './json.ts'

const columnOf = (numbers: ReadonlyArray<number>, present: ReadonlyArray<boolean>): History['columns'][string] => ({
  type: 'number',
  values: Float64Array.from(numbers),
  present: Uint8Array.from(present, Number),
})

/** A history of a few rows with one metric of numbers and one of anything. */
export const history: fc.Arbitrary<History> = fc
  .array(fc.tuple(anyNumber, fc.boolean(), json), { maxLength: 4 })
  .map((rows) => ({
    keys: ['loss', 'note'],
    length: rows.length,
    steps: Float64Array.from(rows, (_, index) => index),
    columns: {
      loss: columnOf(
        rows.map(([number]) => number),
        rows.map(([, present]) => present),
      ),
      note: { type: 'value', values: rows.map(([, , value]) => value) },
    },
    source: 'rows',
    sampled: false,
    failures: [],
  }))

/** The keys of a history. */
export const historyKeys: fc.Arbitrary<HistoryKeys> = fc.record<HistoryKeys>(
  {
    keys: dictOf(fc.record({ monotonic: fc.boolean() }, { noNullPrototype: true })),
    lastStep: fc.constantFrom(undefined, -1, 0, 99),
  },
  { noNullPrototype: true },
)
