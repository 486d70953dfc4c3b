import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { test } from 'vitest'
import {
  columnsOf,
  runTable,
  tableColumn,
  tableRow,
  tableRows,
  tableRuns,
  tableSelect,
  tableSlice,
} from 'wandb-run-ops/ops'
import type { RunFields } from 'wandb-run-ops/types'
import { queriedRun } from '../arbitraries/query.ts'
import { run } from '../arbitraries/run.ts'
import { caseCount, thoroughLaw } from './law.ts'

/** Runs are costly to make, and cheap to use again. */
const pool: ReadonlyArray<RunFields> = [run, queriedRun].flatMap((one) =>
  fc.sample(one, { numRuns: caseCount(1000, 200), seed: 7 }),
)
const runs = fc.array(fc.constantFrom(...pool), { maxLength: 6 })

/** What a table has of a run. */
const withoutRecord = (one: RunFields): unknown => {
  const { appUrl, systemMetrics, historyKeys, sweep, files, history, events, ...rest } = one
  const { loggedArtifactVersions, usedArtifactVersions, ...light } = rest
  return {
    ...light,
    user: { id: undefined, username: one.user.username, name: undefined },
    internal: { config: {}, summary: {} },
  }
}

test('the runs of a table are the runs it was made of', () => {
  thoroughLaw(runs, (all) => {
    const found = tableRuns(runTable(all))
    return E.isRight(found) && isDeepStrictEqual(found.right, all.map(withoutRecord))
  })
})

test('a table of the runs of a table is the table', () => {
  thoroughLaw(runs, (all) => {
    const table = runTable(all)
    const found = tableRuns(table)
    return E.isRight(found) && isDeepStrictEqual(runTable(found.right), table)
  })
})

test('rows, columns and parts of a table agree', () => {
  thoroughLaw(fc.tuple(runs, fc.integer({ min: -8, max: 8 }), fc.integer({ min: -8, max: 8 })), ([all, start, end]) => {
    const table = runTable(all)
    const rows = tableRows(table)
    const name = table.names.at(-1) ?? ''
    const part = tableSlice(tableSelect(table, [name]), start, end)
    return (
      rows.every((row, at) => isDeepStrictEqual(row, tableRow(table, at))) &&
      isDeepStrictEqual(
        rows.map((row) => row[name]),
        tableColumn(table, name),
      ) &&
      isDeepStrictEqual(tableColumn(part, name), tableColumn(table, name)?.slice(start, end)) &&
      isDeepStrictEqual(Object.keys(columnsOf(all)), table.names)
    )
  })
})
