import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { afterEach, beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import * as ops from 'wandb-run-ops/ops'
import * as queries from 'wandb-run-ops/query'
import { column } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { duckDbOrThrow, groupRuns, insertRuns, selectRuns } from '../../../src/interop/duckdb/index.ts'
import { filter, order, queriedRun } from '../../arbitraries/query.ts'
import { caseCount } from '../../laws/law.ts'
import { cheapRuns } from '../cheapRuns.ts'

let instance: DuckDBInstance
let connection: DuckDBConnection

beforeEach(async () => {
  instance = await DuckDBInstance.create()
  connection = await instance.connect()
})
afterEach(() => {
  connection.closeSync()
  instance.closeSync()
})

const leftOf = async <L, A>(task: () => Promise<E.Either<L, A>>): Promise<L | undefined> => {
  const result = await task()
  return E.isLeft(result) ? result.left : undefined
}

/** Runs whose strings start with a byte order mark. */
const marked: ReadonlyArray<Run> = ['\ufeffa', 'a', '\ufeff\ufeff', '\ufeff', '', '|'].map((text, place) => ({
  ...(cheapRuns(1)[0] as Run),
  id: `\ufeff${place}` as Run['id'],
  displayName: text,
  description: text,
  computeSeconds: place,
}))

const rowsOf = async (sql: string): Promise<ReadonlyArray<Record<string, unknown>>> =>
  (await connection.runAndReadAll(sql)).getRowObjectsJS()

const sampled = (count: number, seed: number): ReadonlyArray<Run> => fc.sample(queriedRun, { numRuns: count, seed })

/** The runs with unique ids. */
const numbered = (runs: ReadonlyArray<Run>): ReadonlyArray<Run> =>
  runs.map((run, place) => ({ ...run, id: `run${place}` as Run['id'] }))

const texts: ReadonlyArray<string> = [
  ...['id', 'storage_id', 'entity', 'project', 'display_name', 'state', 'run_group', 'job_type', 'sweep_name'],
  ...['username', 'notes', 'description', 'commit_hash'],
]

const plain = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  )

describe('insertRuns', () => {
  test('stores every value of every run unchanged', async () => {
    const count = caseCount(1000, 200)
    const runs = sampled(count, 1)
    expect(await duckDbOrThrow(insertRuns(runs)(connection))).toEqual({ table: 'runs', runs: count, from: 0 })
    // The client drops U+FEFF at the start of a string, so strings are compared with a prefix.
    const rows = await rowsOf(`SELECT * REPLACE (${texts.map((name) => `'|' || ${name} AS ${name}`).join(', ')})
      FROM runs ORDER BY position`)
    const marked = (name: string, value: unknown): unknown =>
      typeof value === 'string' && texts.includes(name) ? `|${value}` : value
    const expected = runs.map((run, place) =>
      Object.fromEntries(
        Object.entries(queries.toSqlRow(run, place)).map(([name, value]) => [name, marked(name, value)]),
      ),
    )
    expect(rows.map(plain)).toEqual(expected)
  })

  test('returns the same values as in memory, for any column', async () => {
    const halfPair = /\p{Surrogate}/u
    const names = ({ id, displayName, description }: Run): string => `${id}${displayName}${description}`
    const runs = [...sampled(500, 2).filter((run) => !halfPair.test(names(run))), ...marked]
    await duckDbOrThrow(insertRuns(runs)(connection))
    for (const asked of [
      ...[column.tags, column.createdAt, column.heartbeatAt, column.runtime, column.name, column.user],
      ...[column.id, column.readOnly, column.computeSeconds, column.description],
    ]) {
      const aggregates = { first: queries.first(column.description), best: queries.argmin(column.computeSeconds) }
      const groups = await duckDbOrThrow(groupRuns({ groupBy: asked, aggregates })(connection))
      const expected = ops.groupRunsBy<unknown, Run>(asked)(runs)
      expect(groups.map(({ key }) => key)).toEqual(expected.map(({ key }) => key))
      expect(groups.map(({ aggregates }) => aggregates)).toEqual(
        expected.map((group) => ops.aggregate(aggregates)(group.runs)),
      )
    }
  })

  test('appends to the runs that are there', async () => {
    const [one, two, three] = numbered(sampled(3, 3)) as [Run, Run, Run]
    await duckDbOrThrow(insertRuns([one])(connection))
    expect(await duckDbOrThrow(insertRuns([two, three])(connection))).toEqual({ table: 'runs', runs: 2, from: 1 })
    expect(await duckDbOrThrow(insertRuns([])(connection))).toEqual({ table: 'runs', runs: 0, from: 3 })
    expect(
      (await rowsOf('SELECT position::INTEGER AS p, id FROM runs ORDER BY p')).map(({ p, id }) => [p, id]),
    ).toEqual([
      [0, 'run0'],
      [1, 'run1'],
      [2, 'run2'],
    ])
  })

  test('accepts any table name', async () => {
    const table = 'my "runs"; DROP TABLE x; --'
    const runs = numbered(sampled(2, 4))
    await duckDbOrThrow(insertRuns(runs, { table })(connection))
    expect(await duckDbOrThrow(selectRuns({ table })(connection))).toEqual(['run0', 'run1'])
    expect(await leftOf(insertRuns(runs, { table: '' })(connection))).toMatchObject({ field: 'table' })
  })

  test('reports progress after each batch', async () => {
    const seen: Array<readonly [number, number]> = []
    const runs = cheapRuns(40_000)
    await duckDbOrThrow(insertRuns(runs, { onProgress: ({ loaded, total }) => seen.push([loaded, total]) })(connection))
    expect(seen.length).toBeGreaterThan(1)
    expect(seen.at(-1)).toEqual([40_000, 40_000])
    expect(seen.map(([loaded]) => loaded)).toEqual(seen.map(([loaded]) => loaded).toSorted((a, b) => a - b))
  })

  test('aborts between batches, and inserts nothing', async () => {
    const runs = cheapRuns(40_000)
    const kept = numbered(sampled(1, 5))
    await duckDbOrThrow(insertRuns(kept)(connection))
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 0)
    expect(await leftOf(insertRuns(runs, { signal: stop.signal })(connection))).toMatchObject({ _tag: 'Aborted' })
    expect(await duckDbOrThrow(selectRuns()(connection))).toEqual(['run0'])
    const first = insertRuns(runs, { signal: AbortSignal.abort(), table: 'other' })
    expect(await leftOf(first(connection))).toMatchObject({ _tag: 'Aborted' })
    expect(await leftOf(selectRuns({ table: 'other' })(connection))).toMatchObject({ _tag: 'TableMissing' })
  })

  test('rejects a table with other columns, and does not change it', async () => {
    await connection.run('CREATE TABLE runs (id VARCHAR)')
    const [run] = sampled(1, 6) as [Run]
    const error = await leftOf(insertRuns([run])(connection))
    expect(error).toEqual({
      _tag: 'TableDiffers',
      table: 'runs',
      column: 'position',
      expected: 'position BIGINT',
      actual: 'id VARCHAR',
      message: expect.stringContaining('"runs" must be position BIGINT, got id VARCHAR'),
    })
    expect(await rowsOf('SELECT * FROM runs')).toEqual([])
    await connection.run(`${queries.runsTable('duckdb', 'more')}; ALTER TABLE more ADD COLUMN extra INTEGER`)
    expect(await leftOf(insertRuns([run], { table: 'more' })(connection))).toMatchObject({
      column: 'extra',
      expected: undefined,
      actual: 'extra INTEGER',
    })
  })

  test('reports a closed connection, also as a rejected promise', async () => {
    const closed = await instance.connect()
    closed.closeSync()
    const tasks = [
      insertRuns([])(closed),
      selectRuns()(closed),
      groupRuns({ groupBy: column.state, aggregates: {} })(closed),
    ]
    for (const task of tasks) {
      expect(await leftOf<unknown, unknown>(task)).toMatchObject({ _tag: 'ConnectionClosed' })
      await expect(duckDbOrThrow<unknown>(task)).rejects.toMatchObject({
        name: 'ConnectionClosed',
        cause: { _tag: 'ConnectionClosed' },
        message: expect.stringContaining('closed'),
      })
    }
  })
})

describe('selectRuns', () => {
  test('refuses options that do not exist, and data that is not a query', async () => {
    const refused = async (task: (connection: DuckDBConnection) => () => Promise<E.Either<unknown, unknown>>) =>
      leftOf(task(connection))
    for (const query of [null, 7, { filters: queries.everything }, { filter: null }, { order: 'lr' }, { limit: '5' }])
      expect(await refused(selectRuns(query as never))).toMatchObject({ _tag: 'InvalidQuery' })
    const groups = [
      null,
      {},
      { groupBy: column.state },
      { groupBy: [null], aggregates: {} },
      { groupBy: 'a', aggregates: {} },
    ]
    for (const query of [...groups, { groupBy: column.state, aggregates: { a: null } }])
      expect(await refused(groupRuns(query as never))).toMatchObject({ _tag: 'InvalidQuery' })
  })

  test('returns the same runs as in memory, in the same order', async () => {
    const runs = numbered(sampled(150, 7))
    await duckDbOrThrow(insertRuns(runs)(connection))
    const queries = fc.sample(fc.record({ filter, order, limit: fc.option(fc.nat(60), { nil: undefined }) }), {
      numRuns: 150,
      seed: 7,
    })
    let left = 0
    for (const query of queries) {
      const ids = await duckDbOrThrow(selectRuns(query)(connection))
      const expected = runs
        .filter(ops.matches(query.filter))
        .toSorted(ops.ordOf(query.order).compare)
        .slice(0, query.limit)
      expect(ids).toEqual(expected.map(({ id }) => id))
      left += ids.length
    }
    expect(left).toBeGreaterThan(100)
  })

  test('returns ids unchanged and in order', async () => {
    await connection.run('SET preserve_insertion_order = false')
    await duckDbOrThrow(insertRuns(marked)(connection))
    const ids = await duckDbOrThrow(selectRuns({ order: queries.desc(column.computeSeconds) })(connection))
    expect(ids).toEqual(marked.map(({ id }) => id).toReversed())
    const many = { order: queries.desc(column.id), table: 'many' }
    const runs = cheapRuns(20_000)
    await duckDbOrThrow(insertRuns(runs, { table: 'many' })(connection))
    expect(await duckDbOrThrow(selectRuns(many)(connection))).toEqual(
      runs.toSorted(ops.ordOf(many.order).compare).map(({ id }) => id),
    )
  })

  test('reports queries that a table cannot answer', async () => {
    await duckDbOrThrow(insertRuns([])(connection))
    const loss = column.history('loss').min
    expect(await leftOf(selectRuns({ filter: queries.lt(loss, 1) })(connection))).toMatchObject({
      _tag: 'InvalidQuery',
    })
    const refused = duckDbOrThrow(selectRuns({ limit: -1 })(connection))
    await expect(refused).rejects.toMatchObject({ name: 'InvalidQuery', message: expect.stringContaining('limit') })
    expect(await leftOf(selectRuns({ table: 'absent' })(connection))).toMatchObject({
      _tag: 'TableMissing',
      table: 'absent',
    })
  })
})

describe('groupRuns', () => {
  test('groups by nothing as in memory: one group, and none of no runs', async () => {
    const all = groupRuns({ groupBy: [], aggregates: { runs: queries.count() } })
    await duckDbOrThrow(insertRuns([])(connection))
    expect(await duckDbOrThrow(all(connection))).toEqual([])
    await duckDbOrThrow(insertRuns(numbered(sampled(2, 9)))(connection))
    expect(await duckDbOrThrow(all(connection))).toEqual([{ key: [], aggregates: { runs: 2 } }])
  })

  test('distinguishes keys by type, as in memory', async () => {
    const values = [1, '1', true, '', null, undefined, Number.NaN, 'NaN', -0, 0, [1], { b: 1, a: [] }, { a: [], b: 1 }]
    const [run] = sampled(1, 8) as [Run]
    const runs = values.map((x) => ({ ...run, config: x === undefined ? {} : { x } }))
    await duckDbOrThrow(insertRuns(runs)(connection))
    const groups = await duckDbOrThrow(
      groupRuns({ groupBy: column.config('x'), aggregates: { n: queries.count() } })(connection),
    )
    const expected = ops.groupRunsBy(column.config('x'))(runs)
    expect(groups.map(({ key, aggregates }) => [key, aggregates.n])).toEqual(
      expected.map((group) => [group.key === 0 ? 0 : group.key, group.runs.length]),
    )
    expect(groups).toHaveLength(11)
  })

  test('supports several columns as a list of keys, and arbitrary names', async () => {
    const runs = cheapRuns(2000)
    await duckDbOrThrow(insertRuns(runs)(connection))
    const loss = column.summary<number>('loss')
    const groups = await duckDbOrThrow(
      groupRuns({
        groupBy: [column.config<string>('optimizer'), column.state],
        aggregates: { ['__proto__']: queries.count(), '': queries.max(loss), key0: queries.min(column.createdAt) },
        limit: 2,
      })(connection),
    )
    const [first] = groups
    expect(groups).toHaveLength(2)
    expect(Object.keys(first?.aggregates ?? {})).toEqual(['__proto__', '', 'key0'])
    expect(first?.key).toEqual(['adam', undefined])
    expect(first?.aggregates.key0).toEqual(runs[0]?.createdAt)
    expectTypeOf(first?.key[0]).toEqualTypeOf<string | undefined>()
    expectTypeOf(first?.aggregates.key0).toEqualTypeOf<Date | undefined>()
  })

  test("reports an unsupported aggregate under the caller's name", async () => {
    await duckDbOrThrow(insertRuns([])(connection))
    const aggregates = { best: queries.min(column.history('loss').min) }
    expect(await leftOf(groupRuns({ groupBy: column.state, aggregates })(connection))).toMatchObject({
      _tag: 'InvalidQuery',
      field: expect.stringMatching(/^aggregates\.best/),
    })
  })

  test('returns the same groups and aggregates as in memory for many runs', async () => {
    const runs = cheapRuns(caseCount(1_000_000, 20_000))
    await duckDbOrThrow(insertRuns(runs)(connection))
    const loss = column.summary('loss')
    const aggregates = {
      runs: queries.count(),
      losses: queries.count(loss),
      sum: queries.sum(loss),
      mean: queries.mean(loss),
      median: queries.median(loss),
      low: queries.quantile(loss, 0.1),
      spread: queries.stddev(loss),
      min: queries.min(loss),
      max: queries.max(loss),
      first: queries.first(loss),
      last: queries.last(loss),
      best: queries.argmin(loss),
    }
    const aggregatesOf = ops.aggregate(aggregates)
    const close = (value: unknown): unknown =>
      typeof value === 'number' && !Number.isInteger(value) ? expect.closeTo(value, 9) : value
    for (const groupBy of [
      [column.config('tpe_epoch')],
      [column.config('tpe_epoch'), column.config('optimizer')],
    ] as const) {
      const groups = await duckDbOrThrow(groupRuns({ groupBy, aggregates })(connection))
      const expected = ops.groupRunsBy(groupBy)(runs)
      expect(groups.length).toBe(expected.length)
      expect(groups.length).toBeGreaterThan(600)
      expect(groups).toEqual(
        expected.map((group) => ({
          key: group.key,
          aggregates: Object.fromEntries(
            Object.entries(aggregatesOf(group.runs)).map(([name, value]) => [name, close(value)]),
          ),
        })),
      )
    }
  }, 240_000)
})
