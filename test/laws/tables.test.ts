import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { test } from 'vitest'
import {
  columnsOf,
  printTable,
  runTable,
  tableColumn,
  tableRow,
  tableRows,
  tableRuns,
  tableSelect,
  tableSlice,
  tableToCsv,
} from 'wandb-run-ops/ops'
import { column } from 'wandb-run-ops/query'
import type { RunFields } from 'wandb-run-ops/types'
import { textWidth } from '../../src/ops/table/terminalText.ts'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import { hostileString } from '../arbitraries/json.ts'
import { queriedRun } from '../arbitraries/query.ts'
import { run } from '../arbitraries/run.ts'
import { caseCount, thoroughLaw } from './law.ts'

/** Runs are costly to make, and cheap to use again. */
const pool: ReadonlyArray<RunFields> = [run, queriedRun].flatMap((one) =>
  fc.sample(one, { numRuns: caseCount(1000, 200), seed: 7 }),
)
const runs = fc.array(fc.constantFrom(...pool), { maxLength: 4 })

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

test('the runs of a table are the runs it was made of, and make the same table', () => {
  thoroughLaw(runs, (all) => {
    const table = runTable(all)
    const found = tableRuns(table)
    return (
      E.isRight(found) &&
      isDeepStrictEqual(found.right, all.map(withoutRecord)) &&
      isDeepStrictEqual(runTable(found.right), table)
    )
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

test('a printed table has no control characters, and no line that is too wide', () => {
  const asked = fc.tuple(runs, fc.integer({ min: 20, max: 120 }), fc.integer({ min: 1, max: 8 }), fc.boolean())
  thoroughLaw(asked, ([all, maxWidth, maxRows, types]) => {
    const table = runTable(all)
    const some = tableSelect(table, ['createdAt', 'tags', ...table.names.slice(20)])
    const lines = printTable(some, { maxWidth, maxRows, types }).split('\n')
    return (
      lines.every((line) => textWidth(line) <= maxWidth && escapeControl(line) === line) && lines.length <= maxRows + 5
    )
  })
})

/** Reads CSV again: `undefined` for an empty cell without quotes. */
const readCsv = (text: string): ReadonlyArray<ReadonlyArray<string | undefined>> => {
  const rows: Array<Array<string | undefined>> = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain || undefined : quoted.replaceAll('""', '"'))
    if (end === '\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('a table as CSV has every string as it is, a line per row, and all columns in each', () => {
  thoroughLaw(fc.array(fc.tuple(hostileString, hostileString), { maxLength: 8 }), (pairs) => {
    const all = pairs.map(([one, other]) => ({ config: { one, other } }))
    const rows = readCsv(tableToCsv(runTable(all, { one: column.config('one'), other: column.config('other') })))
    return isDeepStrictEqual(rows, [['one', 'other'], ...pairs])
  })
  thoroughLaw(runs, (all) => {
    const table = runTable(all)
    const rows = readCsv(tableToCsv(table))
    return rows.length === all.length + 1 && rows.every((row) => row.length === table.names.length)
  })
})
