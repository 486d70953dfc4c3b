import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  printTable,
  runTable,
  tableColumn,
  tableConcat,
  tableRow,
  tableRows,
  tableRuns,
  tableSelect,
  tableSlice,
  tableToCsv,
} from 'wandb-run-ops/ops'
import type { RunTable } from 'wandb-run-ops/query'
import { column } from 'wandb-run-ops/query'

const runs = [{ group: 'a', config: { lr: 0.1 } }]

describe('runs instead of a table of them are refused', () => {
  const functions: Readonly<Record<string, (table: never) => unknown>> = {
    printTable,
    tableColumn: (table) => tableColumn(table, 'group'),
    tableConcat: (table) => tableConcat([table]),
    tableRow: (table) => tableRow(table, 0),
    tableRows,
    tableRuns,
    tableSelect: (table) => tableSelect(table, []),
    tableSlice: (table) => tableSlice(table, 0),
    tableToCsv,
  }
  for (const [name, call] of Object.entries(functions))
    test(`by ${name}`, () => {
      const place = name === 'tableConcat' ? 'tables.0' : 'table'
      for (const wrong of [runs, {}, undefined, null])
        expect(() => call(wrong as never)).toThrow(
          `Invalid argument of ${name}: ${place} must be a table of runs, such as runTable(runs).`,
        )
    })
})

test('a table of runs instead of runs or columns is refused', () => {
  expect(() => runTable(runTable(runs) as never)).toThrow(
    'The columns of runTable: it must be columns or runs, got a table of runs.',
  )
})

test('the columns of tables are known in pipes', () => {
  const table = runTable(runs, { group: column.group, lr: column.config('lr') })
  expect(pipe(table, tableColumn('lr'))).toEqual([0.1])
  expectTypeOf(pipe(table, tableSelect(['lr']))).toEqualTypeOf<RunTable<'lr'>>()
  expectTypeOf(pipe(table, tableSlice(1))).toEqualTypeOf<RunTable<'group' | 'lr'>>()
})
