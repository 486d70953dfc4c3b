import * as E from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  argmin,
  asc,
  column,
  count,
  type Direction,
  desc,
  eq,
  fromSqlAggregate,
  fromSqlCell,
  gt,
  mean,
  min,
  type Relation,
  stddev,
  sum,
  toSqlSelect,
} from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { connectionWith } from '../../laws/duckdbRuns.ts'
import { runLists } from '../../laws/sqlRuns.ts'

const runs: ReadonlyArray<Run> = (runLists(1, 1)[0] ?? []).slice(0, 4).map((run, place) => ({
  ...run,
  id: `r${place}` as Run['id'],
  state: place === 1 ? 'crashed' : 'finished',
  config: { epoch: [1, '1', null, 1][place], size: place === 1 ? Number.POSITIVE_INFINITY : 1 },
  summary: { loss: [0.5, 0.1, Number.NaN, 0.25][place] },
}))

const state: { connection: Awaited<ReturnType<typeof connectionWith>> | undefined } = { connection: undefined }

beforeAll(async () => {
  state.connection = await connectionWith(runs)
})
afterAll(() => state.connection?.closeSync())

const rowsOf = async (select: Relation): Promise<ReadonlyArray<ReadonlyArray<unknown>> | undefined> => {
  const sql = toSqlSelect(select, 'duckdb')
  if (E.isLeft(sql)) throw new Error(`${sql.left.field} ${sql.left.reason}`)
  return (await state.connection?.runAndReadAll(sql.right.text, sql.right.parameters))?.getRowsJS()
}

describe('toSqlSelect', () => {
  it('returns the ids of the matching runs, in order', async () => {
    const select = { filter: eq(column.state, 'finished'), order: asc(column.summary('loss')), limit: 2 }
    expect(await rowsOf(select)).toEqual([['r3'], ['r0']])
  })
  it('returns no rows within a limit of 0', async () => expect(await rowsOf({ limit: 0 })).toEqual([]))
  it('returns groups in order of first appearance, keys with their types', async () => {
    const rows = await rowsOf({ groupBy: { epoch: column.config('epoch') }, aggregates: { runs: count() } })
    const read = rows?.map(([key, runs]) => [fromSqlCell(column.config('epoch'))(key), fromSqlAggregate(count())(runs)])
    expect(read).toEqual([
      [1, 2],
      ['1', 1],
      [null, 1],
    ])
  })
  it('lets groups follow an order', async () => {
    expect(await rowsOf({ groupBy: { state: column.state }, order: desc(column.id) })).toEqual([
      ['finished'],
      ['crashed'],
    ])
  })
  it('returns one row of aggregates when there are no groups, also for no runs', async () => {
    const aggregates = {
      best: argmin(column.summary('loss')),
      loss: mean(column.summary('loss')),
      none: sum(column.state),
    }
    expect(await rowsOf({ aggregates })).toEqual([['r1', (0.5 + 0.1 + 0.25) / 3, 0n]])
    expect(await rowsOf({ aggregates, filter: eq(column.id, 'no') })).toEqual([[null, null, 0n]])
  })
  it('returns one row for an empty groupBy, but none for no runs', async () => {
    const select = { groupBy: {}, aggregates: { runs: count() } }
    expect(await rowsOf(select)).toEqual([[4n]])
    expect(await rowsOf({ ...select, filter: eq(column.id, 'no') })).toEqual([])
  })
  it('sorts rows by their cells, missing ones last in both directions, and cuts them to the limit', async () => {
    const groupBy = { epoch: column.config('epoch') }
    const aggregates = { loss: min(column.summary('loss')) }
    const by = (name: string, direction: Direction) => rowsOf({ groupBy, aggregates, sort: [{ by: name, direction }] })
    expect(await by('loss', 'asc')).toEqual([
      ['"1"', 0.1],
      ['1', 0.25],
      ['null', null],
    ])
    expect(await by('loss', 'desc')).toEqual([
      ['1', 0.25],
      ['"1"', 0.1],
      ['null', null],
    ])
    expect(await by('epoch', 'desc')).toEqual([
      ['"1"', 0.1],
      ['1', 0.25],
      ['null', null],
    ])
    expect(await rowsOf({ columns: { id: column.id }, sort: [{ by: 'id', direction: 'desc' }], limit: 1 })).toEqual([
      ['r3'],
    ])
  })
  it('sorts NaN and missing lists last in both directions, and other lists not at all', async () => {
    const groupBy = { id: column.id }
    const aggregates = {
      spread: stddev(column.config('size'), 'population'),
      tags: argmin(column.summary('loss'), column.tags),
    }
    const idsBy = async (name: string, direction: Direction) =>
      (await rowsOf({ groupBy, aggregates, sort: [{ by: name, direction }] }))?.map(([id]) => id)
    expect(await idsBy('spread', 'desc')).toEqual(['r0', 'r2', 'r3', 'r1'])
    expect(await idsBy('spread', 'asc')).toEqual(['r0', 'r2', 'r3', 'r1'])
    expect(await idsBy('tags', 'desc')).toEqual(['r0', 'r1', 'r3', 'r2'])
    expect(await idsBy('tags', 'asc')).toEqual(['r0', 'r1', 'r3', 'r2'])
  })
  it('keeps names apart from those that the SQL itself uses', async () => {
    const columns = { c1: column.id, c0: column.state, x: column.config('epoch'), ordinal: column.createdAt }
    const filter = gt(column.config('epoch'), 0)
    const names = toSqlSelect({ columns, filter, sort: [{ by: 'c1', direction: 'desc' }] }, 'duckdb')
    expect(E.isRight(names)).toBe(true)
    const rows = await rowsOf({ columns, filter, sort: [{ by: 'c1', direction: 'desc' }] })
    expect(rows?.map((row) => row.slice(0, 3))).toEqual([
      ['r3', 'finished', '1'],
      ['r0', 'finished', '1'],
    ])
  })
  it('distinguishes a name from a table column of the same name', async () => {
    const select = {
      columns: { position: column.id, state: column.config('epoch') },
      filter: eq(column.state, 'crashed'),
    }
    expect(await rowsOf(select)).toEqual([['r1', '"1"']])
  })
  it('quotes names', () => {
    const select = { source: 'a"b\\', columns: { 'x"; DROP TABLE runs': column.id } }
    expect(toSqlSelect(select, 'duckdb')).toMatchObject({
      right: { text: 'SELECT id AS "x""; DROP TABLE runs"\nFROM "a""b\\"\nORDER BY position' },
    })
    expect(toSqlSelect(select, 'clickhouse')).toMatchObject({
      right: { text: 'SELECT id AS "x""; DROP TABLE runs"\nFROM "a""b\\\\"\nORDER BY position' },
    })
  })
  it.each<[string, Relation]>([
    ['limit', { limit: -1 }],
    ['limit', { limit: 1.5 }],
    ['limit', { limit: Number.NaN }],
    ['source', { source: '' }],
    ['columns', { columns: {} }],
    ['columns', { columns: { id: column.id }, aggregates: { runs: count() } }],
    ['aggregates.a', { groupBy: { a: column.state }, aggregates: { a: count() } }],
    ['aggregates', { groupBy: {} }],
    ['sort.0.by', { sort: [{ by: 'name', direction: 'asc' }] }],
    ['aggregates.', { aggregates: { '': count() } }],
    ['aggregates.a.column', { aggregates: { a: mean(column.history('loss').last) } }],
    ['groupBy.a', { groupBy: { a: column.history('loss').last } }],
    ['groupBy.', { groupBy: { '': column.state } }],
    ['columns.\0', { columns: { '\0': column.state } }],
  ])('refuses a wrong %s', (field, select) => {
    expect(toSqlSelect(select, 'duckdb')).toMatchObject({ left: { _tag: 'InvalidQuery', field } })
  })
})
