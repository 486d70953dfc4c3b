import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { duckDbOrThrow, registerTable, unregisterTable } from 'wandb-run-ops/duckdb'
import { runTable, tableRows } from 'wandb-run-ops/ops'
import { column, type RunTable } from 'wandb-run-ops/query'
import { queryValue } from '../../arbitraries/query.ts'
import { caseCount } from '../../laws/law.ts'

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

const rowsOf = async (
  sql: string,
  on: DuckDBConnection = connection,
): Promise<ReadonlyArray<Record<string, unknown>>> => (await on.runAndReadAll(sql)).getRowObjectsJS()

const leftOf = async <L, A>(task: () => Promise<E.Either<L, A>>): Promise<L | undefined> => {
  const result = await task()
  return E.isLeft(result) ? result.left : undefined
}

const tableOf = (configs: ReadonlyArray<object>): RunTable => {
  const names = [...new Set(configs.flatMap(Object.keys))]
  return runTable(
    configs.map((config) => ({ config })),
    Object.fromEntries(names.map((name) => [name, column.config(name)])),
  )
}

const time = new Date('2026-11-21T10:00:00.123Z')

const configs = [
  { x: 0.5, n: 1, wide: 2 ** 40, ok: true, t: 'adam', time, list: ['a', 'b'], ints: [1, 2], mixed: 1, gap: 1.5 },
  {
    x: -0,
    n: -7,
    wide: -1,
    ok: false,
    t: 'a text of more than twelve bytes',
    time: new Date(0),
    list: [],
    ints: [],
    gap: null,
  },
  {
    x: Number.NaN,
    n: 0,
    wide: -(2 ** 33) - 5,
    ok: true,
    t: 'adam',
    time: new Date(-1),
    list: ['b'],
    ints: [3],
    mixed: null,
  },
  { mixed: { a: Number.NaN } },
]

describe('registerTable', () => {
  test('has the types of the columns', async () => {
    const made = await duckDbOrThrow(registerTable('runs', tableOf(configs))(connection))
    expect(made).toEqual({
      table: 'runs',
      rows: 4,
      columns: [
        { name: 'x', type: 'DOUBLE' },
        { name: 'n', type: 'INTEGER' },
        { name: 'wide', type: 'BIGINT' },
        { name: 'ok', type: 'BOOLEAN' },
        { name: 't', type: 'VARCHAR' },
        { name: 'time', type: 'TIMESTAMP WITH TIME ZONE' },
        { name: 'list', type: 'VARCHAR[]' },
        { name: 'ints', type: 'INTEGER[]' },
        { name: 'mixed', type: 'JSON' },
        { name: 'gap', type: 'DOUBLE' },
      ],
    })
  })

  test('has the values, and NULL for missing values and for null', async () => {
    await duckDbOrThrow(registerTable('runs', tableOf(configs))(connection))
    const none = { x: null, n: null, wide: null, ok: null, t: null, time: null, list: null, ints: null, gap: null }
    expect(await rowsOf('FROM runs')).toEqual([
      { ...configs[0], wide: 2n ** 40n, mixed: '1' },
      { ...configs[1], wide: -1n, mixed: null },
      { ...configs[2], wide: -(2n ** 33n) - 5n, mixed: 'null', gap: null },
      { ...none, mixed: '{"a":"NaN"}' },
    ])
    expect(
      await rowsOf("SELECT time::VARCHAR AS time FROM runs WHERE list = ['a', 'b'] AND mixed::INTEGER = 1"),
    ).toEqual([{ time: '2026-11-21 10:00:00.123+00' }])
  })

  test('reads tables of many chunks, in order, whatever columns a query reads', async () => {
    const count = 10_001
    const rows = Array.from({ length: count }, (_, i) => ({
      i,
      x: i % 3 === 0 ? undefined : i / 7,
      t: i % 5 === 0 ? undefined : `t${i % 11}`,
      long: i % 2 === 0 ? `a text of more than twelve bytes ${i}` : '',
      time: new Date(1_700_000_000_000 + i),
      ok: i % 4 === 0,
      wide: 2 ** 40 + i,
    }))
    await duckDbOrThrow(registerTable('many', tableOf(rows))(connection))
    const got = await rowsOf('SELECT long, x, wide, t, i, time, ok FROM many')
    expect(got).toEqual(rows.map((row) => ({ ...row, x: row.x ?? null, t: row.t ?? null, wide: BigInt(row.wide) })))
    expect(await rowsOf('SELECT count(*) AS n, count(x) AS x, count(t) AS t FROM many')).toEqual([
      { n: BigInt(count), x: BigInt(rows.filter(({ x }) => x !== undefined).length), t: 8000n },
    ])
    expect(await rowsOf('SELECT count(*) AS n FROM many AS a JOIN many AS b USING (i)')).toEqual([{ n: BigInt(count) }])
  })

  test('agrees with the rows of the table', async () => {
    const cell = fc.oneof(
      fc.constant(undefined),
      fc.constantFrom('', 'a\0b', '\ufeffa', '🚀🚀🚀', '🚀🚀🚀x', 'é'.repeat(6), 'é'.repeat(7), 'x'.repeat(13)),
      queryValue,
    )
    const table = fc.array(fc.record({ a: cell, b: cell, c: fc.oneof(fc.string(), fc.constant(undefined)) }), {
      maxLength: 5,
    })
    let index = 0
    await fc.assert(
      fc.asyncProperty(table, async (configs) => {
        const made = tableOf([...configs, { a: undefined, b: undefined, c: undefined }])
        const name = `t${index++}`
        await duckDbOrThrow(registerTable(name, made)(connection))
        const read = await rowsOf(`SELECT hex(encode(a::VARCHAR)) AS a, b, hex(encode(c::VARCHAR)) AS c FROM ${name}`)
        const inserted = await connection
          .run(`CREATE TABLE copy_${name} AS FROM ${name}`)
          .then(() => rowsOf(`SELECT hex(encode(a::VARCHAR)) AS a, b, hex(encode(c::VARCHAR)) AS c FROM copy_${name}`))
        const wanted = tableRows(made).map((row) => row['c'])
        const utf8 = (text: unknown) =>
          text === undefined || text === null ? null : Buffer.from(String(text)).toString('hex').toUpperCase()
        await duckDbOrThrow(unregisterTable(name)(connection))
        return (
          JSON.stringify(read.map(({ c }) => c)) === JSON.stringify(wanted.map(utf8)) &&
          JSON.stringify(read, spelled) === JSON.stringify(inserted, spelled)
        )
      }),
      { numRuns: caseCount(100) },
    )
  })

  test('is read by every way to run a query that returns a promise', async () => {
    await duckDbOrThrow(registerTable('runs', tableOf(configs))(connection))
    const sql = 'SELECT sum(n) AS n FROM runs'
    const prepared = await connection.prepare(sql)
    for (const rows of [
      (await prepared.runAndReadAll()).getRows(),
      (await connection.streamAndReadAll(sql)).getRows(),
      (await connection.runAndReadUntil(sql, 1)).getRows(),
    ])
      expect(rows).toEqual([[-6n]])
  })

  test('belongs to its connection, and is not written to the database', async () => {
    await duckDbOrThrow(registerTable('runs', tableOf(configs))(connection))
    const other = await instance.connect()
    await expect(rowsOf('FROM runs', other)).rejects.toThrow('runs')
    await duckDbOrThrow(registerTable('runs', tableOf([{ other: 1 }]))(other))
    expect(await rowsOf('FROM runs', other)).toEqual([{ other: 1 }])
    expect((await rowsOf('FROM runs')).length).toBe(4)
    expect(await rowsOf('SELECT 1 FROM duckdb_views() WHERE NOT internal AND NOT temporary')).toEqual([])
    other.closeSync()
  })

  test('takes no name that is in use, unless it may replace a view', async () => {
    const [first, second] = [tableOf([{ a: 1 }]), tableOf([{ b: 2 }])]
    await duckDbOrThrow(registerTable('runs', first)(connection))
    expect(await leftOf(registerTable('RUNS', second)(connection))).toMatchObject({ _tag: 'NameTaken' })
    await duckDbOrThrow(registerTable('Runs', second, { replace: true })(connection))
    expect(await rowsOf('FROM runs')).toEqual([{ b: 2 }])
    await connection.run('CREATE TABLE own AS SELECT 1 AS one')
    await connection.run('CREATE VIEW seen AS SELECT 1 AS one')
    await connection.run('CREATE TEMP TABLE brief AS SELECT 1 AS one')
    for (const name of ['own', 'seen', 'brief'])
      expect(await leftOf(registerTable(name, first, { replace: true })(connection))).toMatchObject({
        _tag: 'NameTaken',
      })
  })

  test('registers a table while a query reads another', async () => {
    await duckDbOrThrow(registerTable('a', tableOf(Array.from({ length: 5000 }, (_, n) => ({ n }))))(connection))
    const running = rowsOf('SELECT count(*) AS n FROM a AS x, a AS y')
    const names = ['b', 'c', 'd', 'e']
    await Promise.all(names.map((name) => duckDbOrThrow(registerTable(name, tableOf([{ n: 1 }]))(connection))))
    expect(await running).toEqual([{ n: 25_000_000n }])
  })

  test('registers many at once', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `t${i}`)
    await Promise.all(names.map((name, i) => duckDbOrThrow(registerTable(name, tableOf([{ i }]))(connection))))
    for (const [i, name] of names.entries()) expect(await rowsOf(`FROM ${name}`)).toEqual([{ i }])
  })

  test.each(['__proto__', 'constructor', 'a.b', '🚀', 'say "so"', 'select', "it's", 'c1'])(
    'supports a column and a view named %j',
    async (name) => {
      await duckDbOrThrow(registerTable(name, tableOf([Object.fromEntries([[name, 1]])]))(connection))
      const rows = await connection.runAndReadAll(`FROM "${name.replaceAll('"', '""')}"`)
      expect([rows.columnNames(), rows.getRows()]).toEqual([[name], [[1]]])
    },
  )

  test('refuses what DuckDB cannot name, and what is no table', async () => {
    const table = tableOf([{ Loss: 1, loss: 2 }])
    expect(await leftOf(registerTable('runs', table)(connection))).toMatchObject({
      _tag: 'NamesClash',
      names: ['Loss', 'loss'],
    })
    expect(await leftOf(registerTable('runs', tableOf([{ '': 1 }]))(connection))).toMatchObject({ _tag: 'NamesClash' })
    expect(await leftOf(registerTable('', tableOf(configs))(connection))).toMatchObject({ field: 'name' })
    expect(await leftOf(registerTable('runs', [] as never)(connection))).toMatchObject({ field: 'table' })
    expect(await leftOf(registerTable('runs', runTable([{}], {}))(connection))).toMatchObject({ field: 'table' })
    expect(await leftOf(registerTable('runs', table, { replaces: true } as never)(connection))).toMatchObject({
      field: 'replaces',
    })
    expect(await rowsOf('SELECT 1 FROM duckdb_views() WHERE NOT internal')).toEqual([])
  })
})

describe('unregisterTable', () => {
  test('drops the view and says whether there was one', async () => {
    await duckDbOrThrow(registerTable('runs', tableOf(configs))(connection))
    const prepared = await connection.prepare('SELECT count(*) FROM runs')
    expect(await duckDbOrThrow(unregisterTable('RUNS')(connection))).toBe(true)
    expect(await duckDbOrThrow(unregisterTable('runs')(connection))).toBe(false)
    await expect(rowsOf('FROM runs')).rejects.toThrow('runs')
    expect((await prepared.runAndReadAll()).getRows()).toEqual([[4n]])
    await duckDbOrThrow(registerTable('runs', tableOf([{ a: 1 }]))(connection))
    expect(await rowsOf('FROM runs')).toEqual([{ a: 1 }])
  })

  test('leaves a table of that name alone', async () => {
    await connection.run('CREATE TABLE runs AS SELECT 1 AS one')
    expect(await duckDbOrThrow(unregisterTable('runs')(connection))).toBe(false)
    expect(await rowsOf('FROM runs')).toEqual([{ one: 1 }])
  })
})

/** Spells what JSON does not have. */
const spelled = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)) ? String(value) : value
