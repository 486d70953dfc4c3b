import * as E from 'fp-ts/lib/Either.js'
import { expect, expectTypeOf, test } from 'vitest'
import { columnsOf } from '../../../src/ops/table/columnsOf.ts'
import { tableSelect } from '../../../src/ops/table/partOfTable.ts'
import { runTable } from '../../../src/ops/table/runTable.ts'
import { type TableRun, tableRuns } from '../../../src/ops/table/tableRuns.ts'
import { column } from '../../../src/query/columnBuilders.ts'
import { makeRun } from '../../../src/testing/makeRun.ts'
import type { Run } from '../../../src/types/run/Run.ts'

const runs: ReadonlyArray<Run> = [
  makeRun({ id: 'r1', config: { lr: 0.1, layers: [1, 2], none: null }, tags: ['a'] }) as never,
  makeRun({ id: 'r2', summary: { ['__proto__']: { deep: [1] } }, group: 'g' }) as never,
]

const right = (table: Parameters<typeof tableRuns>[0]): ReadonlyArray<TableRun> =>
  E.getOrElse<unknown, ReadonlyArray<TableRun>>(() => [])(tableRuns(table))

test('the runs of a table are the runs it was made of, without what only the records have', () => {
  expect(right(runTable(runs))).toEqual(
    runs.map(({ appUrl, systemMetrics, user, ...run }) => ({
      ...run,
      user: { ...user, id: undefined, name: undefined },
      internal: { config: {}, summary: {} },
    })),
  )
  expect(right(runTable([]))).toEqual([])
})

test('columns are found by what they read, and those that read deeper are left out', () => {
  const { 'config.lr': lr, ...others } = columnsOf(runs)
  const table = runTable(runs, { ...others, rate: lr as never, deep: column.config('layers', '0') })
  expect(right(table)).toEqual(right(runTable(runs)))
})

test('names the fields that the table lacks', () => {
  const table = runTable(runs)
  expect(
    tableRuns(
      tableSelect(
        table,
        table.names.filter((name) => name !== 'group' && name !== 'tags'),
      ),
    ),
  ).toEqual(
    E.left({
      _tag: 'MissingColumns',
      columns: ['tags', 'group'],
      message:
        'The table cannot be turned into runs: it has no column, or not in every row a value, for tags, group. ' +
        'Make the table without naming columns, or with all of columnsOf(runs).',
    }),
  )
})

test('names the fields that every run has, but not every row', () => {
  const { id: _, createdAt: __, ...partial } = makeRun({})
  expect(tableRuns(runTable([partial as never]))).toMatchObject({ left: { columns: ['id', 'createdAt'] } })
})

test('the runs have no appUrl, and are frozen with all that is in them', () => {
  expectTypeOf<TableRun>().not.toHaveProperty('appUrl')
  const found = right(runTable(runs))
  const [first, second] = found
  const parts = [found, first, first?.tags, first?.config, first?.config['layers'], second?.user, second?.internal]
  expect(parts.map((part) => part !== undefined && Object.isFrozen(part))).toEqual(parts.map(() => true))
})
