import { expect, expectTypeOf, test } from 'vitest'
import { pivot } from '../../../src/ops/runs/pivot.ts'
import { count, mean } from '../../../src/query/aggregates.ts'
import { column } from '../../../src/query/columnBuilders.ts'

const runOf = (state: string, a: unknown, loss: number) => ({ state, config: { a }, summary: { loss } })
const runs = [runOf('finished', 2, 1), runOf('crashed', 1, 5), runOf('finished', 2, 3), runOf('finished', 1, 7)]
const rows = column.state
const columns = column.config('a')

test('returns an aggregate for each combination of values, in order of first appearance', () => {
  const table = pivot({ rows, columns, value: mean(column.summary('loss')) })(runs)
  expect(table).toEqual({
    rows: ['finished', 'crashed'],
    columns: [2, 1],
    cells: [
      [2, 7],
      [undefined, 5],
    ],
  })
  expectTypeOf(table.cells).toEqualTypeOf<ReadonlyArray<ReadonlyArray<number | undefined>>>()
  expect([table, table.rows, table.columns, table.cells, table.cells[0]].every(Object.isFrozen)).toBe(true)
})

test('has the aggregate of no runs in cells without runs', () => {
  expect(pivot({ rows, columns, value: count() })(runs).cells).toEqual([
    [2, 1],
    [0, 1],
  ])
})

test('has rows and columns for missing values', () => {
  const table = pivot({ rows: columns, columns, value: count() })([undefined, null].map((a) => runOf('x', a, 1)))
  expect(table).toEqual({
    rows: [undefined, null],
    columns: [undefined, null],
    cells: [
      [1, 0],
      [0, 1],
    ],
  })
})

test('is empty for no runs', () => {
  expect(pivot({ rows, columns, value: count() })([])).toEqual({ rows: [], columns: [], cells: [] })
})

test('needs what all three read', () => {
  const table = pivot({ rows, columns, value: mean(column.summary('loss')) })
  // @ts-expect-error: these runs have no summary
  expect(table([{ state: 'finished', config: {} }]).cells).toEqual([[undefined]])
})
