import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { History } from 'wandb-run-ops/types'
import { historyFromRows } from '../../../src/history/historyFromRows.ts'
import { cellAt } from '../../../src/history/table/cellAt.ts'
import { type HistoriesColumn, historiesTableBuilder } from '../../../src/history/table/historiesTable.ts'
import { tableColumnBuilder } from '../../../src/history/table/tableColumnBuilder.ts'
import { anyNumber, json } from '../../arbitraries/json.ts'
import { thoroughLaw } from '../../laws/law.ts'

type Row = Readonly<Record<string, unknown>>

const join = (
  histories: ReadonlyArray<readonly [id: string, history: History]>,
  keys?: ReadonlyArray<string>,
): ReadonlyArray<HistoriesColumn> => {
  const builder = historiesTableBuilder(keys)
  for (const [id, history] of histories) builder.add(id, history)
  return builder.build()
}

const logged = (...rows: ReadonlyArray<Row>): History => historyFromRows(rows.map((row, _step) => ({ _step, ...row })))

const cells = ({ column }: HistoriesColumn, length: number): ReadonlyArray<unknown> =>
  Array.from({ length }, (_, row) => cellAt(column, row))

const value = fc.oneof(anyNumber, fc.integer(), fc.maxSafeInteger(), json)

const row: fc.Arbitrary<Row> = fc
  .record(
    { loss: anyNumber, step: fc.nat(), big: fc.maxSafeInteger(), note: value, runId: fc.nat() },
    { requiredKeys: [] },
  )
  .map((one) => ({ ...one }))

const histories = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.array(row, { maxLength: 5 })), {
  maxLength: 5,
})

test('a column is what pushing its values one by one makes', () => {
  thoroughLaw(histories, (all) => {
    const given = all.map(([id, rows]) => [id, logged(...rows)] as const)
    const built = join(given)
    const keys = [...new Set(given.flatMap(([, { keys }]) => keys))]
    const expected = keys.map((key) => {
      const builder = tableColumnBuilder()
      for (const [, history] of given) {
        const column = history.columns[key]
        for (let at = 0; at < history.length; at += 1)
          builder.push(column?.type === 'number' && column.present[at] === 0 ? undefined : column?.values[at])
      }
      return builder.build()
    })
    const ids = given.flatMap(([id, { length }]) => Array.from({ length }, () => id))
    const steps = given.flatMap(([, history]) => [...history.steps])
    const [id, step, ...metrics] = built
    return (
      id !== undefined &&
      step !== undefined &&
      isDeepStrictEqual(cells(id, ids.length), ids) &&
      isDeepStrictEqual(cells(step, ids.length), steps) &&
      isDeepStrictEqual(
        metrics.map(({ column }) => column),
        expected,
      )
    )
  })
})

describe('a table of histories', () => {
  test('has rows by run and then by step', () => {
    const table = join([
      ['b', logged({ loss: 2 }, { loss: 1.5 })],
      ['a', logged({ acc: 1 })],
    ])
    expect(table.map((one) => [one.name, one.column.type, cells(one, 3)])).toEqual([
      ['runId', 'text', ['b', 'b', 'a']],
      ['_step', 'integer', [0, 1, 0]],
      ['loss', 'number', [2, 1.5, undefined]],
      ['acc', 'integer', [undefined, undefined, 1]],
    ])
  })

  test('has the asked metrics first, though nobody logged them', () => {
    const table = join([['a', logged({ x: 1, loss: 2 })]], ['acc', 'loss'])
    expect(table.map(({ name }) => name)).toEqual(['runId', '_step', 'acc', 'loss', 'x'])
    expect(cells(table[2] as HistoriesColumn, 1)).toEqual([undefined])
  })

  test('tells missing values and NaN apart; a logged null is no value', () => {
    const table = join([['a', logged({ loss: Number.NaN, note: null }, { note: 'x' }, {})]])
    expect(table.slice(2).map((one) => cells(one, 2))).toEqual([
      [Number.NaN, undefined],
      [undefined, 'x'],
    ])
  })

  test('gives a metric that is called like a column another name', () => {
    const names = join([['a', logged({ runId: 1, 'history.runId': 2 })]]).map(({ name }) => name)
    expect(names).toEqual(['runId', '_step', 'history.runId', 'history.history.runId'])
  })

  test('of no rows has its columns', () => {
    expect(join([], ['loss']).map(({ name, column }) => [name, column.type])).toEqual([
      ['runId', 'text'],
      ['_step', 'integer'],
      ['loss', 'number'],
    ])
  })

  test('copies: a change of a history does not reach it', () => {
    const history = logged({ loss: 0.5 })
    const [, , loss] = join([['a', history]])
    const { values } = history.columns['loss'] as { values: Float64Array }
    values[0] = 7
    expect(cells(loss as HistoriesColumn, 1)).toEqual([0.5])
  })
})
