import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { historyFirst, historyFromRows, historyMax, historyMean, historyMin } from 'wandb-run-ops/ops'
import { writeParquet } from '../../../sandbox/parquet/write.ts'
import { createHistory, duckDbOrThrow, insertHistory } from '../../../src/interop/duckdb/index.ts'

type Row = Readonly<Record<string, unknown>>

let folder: string
let instance: DuckDBInstance
let connection: DuckDBConnection

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duckdb-histories-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  instance = await DuckDBInstance.create()
  connection = await instance.connect()
})
afterEach(() => {
  connection.closeSync()
  instance.closeSync()
})

const bytesOf = (rows: ReadonlyArray<Row>): Uint8Array => writeParquet(rows, { rowGroupRows: 100, floatSteps: false })

/** Creates a directory with these files. */
const filesIn = (name: string, files: Readonly<Record<string, ReadonlyArray<Row>>>): string => {
  const directory = join(folder, name)
  mkdirSync(directory, { recursive: true })
  for (const [file, rows] of Object.entries(files)) writeFileSync(join(directory, file), bytesOf(rows))
  return directory
}

const rowsOf = async (sql: string): Promise<ReadonlyArray<ReadonlyArray<unknown>>> =>
  (await connection.runAndReadAll(sql)).getRowsJS()

const leftOf = async <L, A>(task: () => Promise<E.Either<L, A>>): Promise<L | undefined> => {
  const result = await task()
  return E.isLeft(result) ? result.left : undefined
}

const downloaded = (run: string, version = '0123456789ab'): string =>
  `team_vision_${run}-aaaaaaaaaaaa-${version}.runhistory.parquet`

describe('createHistory', () => {
  test.skipIf(process.platform === 'win32').each(['a\\b', '\\s', 'e\\', 'a\\[1]*?', 'a\\b/c\\d', 'a[\\]b'])(
    'reads a directory with a backslash in its name, and no other: %s',
    async (name) => {
      for (const other of ['a/b', 's', 'e', 'axb', 'a]b', 'a/b/c/d'])
        filesIn(`backslash/${other}`, { 'wrong.parquet': [{ _step: 0, loss: 9 }] })
      const directory = filesIn(`backslash/${name}`, {
        'r.parquet': [{ _step: 0, loss: 1 }],
        'w\\[v.parquet': [{ _step: 0, loss: 2 }],
      })
      await duckDbOrThrow(createHistory({ directory, replace: true })(connection))
      expect(await rowsOf('SELECT run_id, loss::DOUBLE FROM history ORDER BY loss')).toEqual([
        ['r', 1],
        ['w\\[v', 2],
      ])
    },
  )

  test('aggregates a directory of files as the same rows in memory', async () => {
    const runs = new Map<string, ReadonlyArray<Row>>()
    for (let run = 0; run < 6; run += 1)
      runs.set(
        `run${run}`,
        Array.from({ length: 250 }, (_, step) => ({
          _step: step * 2,
          loss: Math.sin(run + step) / (step + 1),
          ...(step % 3 === 0 ? { 'val/loss': step * 0.5 - run } : {}),
          ...(run === 0 ? { only: step } : {}),
        })),
      )
    const parts = [...runs].flatMap(([run, rows]) => [
      [`team_vision_${run}-aaaaaaaaaaaa-0123456789ab.runhistory.parquet`, rows.slice(0, 100)] as const,
      [`team_vision_${run}-bbbbbbbbbbbb-0123456789ab.runhistory.parquet`, rows.slice(100)] as const,
    ])
    const directory = filesIn('statistics', Object.fromEntries(parts))
    const view = await duckDbOrThrow(createHistory({ directory })(connection))
    expect({ ...view, columns: view.columns.map(({ name }) => name) }).toEqual({
      table: 'history',
      files: 12,
      runs: 6,
      rows: 1500,
      columns: ['run_id', '_step', 'loss', 'val/loss', 'only'],
    })
    const statistics = await rowsOf(`SELECT run_id, count(*)::INTEGER, min(loss), max("val/loss"), avg(loss),
      arg_min("val/loss", _step), count("only")::INTEGER FROM history GROUP BY run_id ORDER BY run_id`)
    const expected = [...runs].map(([run, rows]) => {
      const history = historyFromRows(rows)
      const mean = historyMean(history, 'loss')
      return [
        run,
        history.length,
        historyMin(history, 'loss'),
        historyMax(history, 'val/loss'),
        expect.closeTo(mean ?? Number.NaN, 12),
        historyFirst(history, 'val/loss'),
        run === 'run0' ? 250 : 0,
      ]
    })
    expect(statistics).toEqual(expected)
  })

  test('reads files in place, so a deleted file is an error', async () => {
    const directory = filesIn('in-place', { 'a.parquet': [{ _step: 0, loss: 1 }] })
    await duckDbOrThrow(createHistory({ directory })(connection))
    rmSync(join(directory, 'a.parquet'))
    await expect(rowsOf('SELECT loss FROM history')).rejects.toThrow('a.parquet')
  })

  test('reads paths literally, with quotes and glob characters', async () => {
    const names = ["it's", 'a*b', 'axb', 'q?', '[0]', '[!0]', '{x}', '$1', '🚀 ü', 'k=1', "'); DROP TABLE x; --"]
    const directory = filesIn(
      "host'ile [*]",
      Object.fromEntries(names.map((name, place) => [`${name}.parquet`, [{ _step: 0, place }]])),
    )
    const all = await duckDbOrThrow(createHistory({ directory })(connection))
    expect(all.files).toBe(names.length)
    for (const [place, name] of names.entries()) {
      const files = [join(directory, `${name}.parquet`)]
      await duckDbOrThrow(createHistory({ files, replace: true })(connection))
      expect(await rowsOf('SELECT run_id, place::INTEGER FROM history')).toEqual([[name, place]])
    }
  })

  test('reads the run of a file from a map, by path or name', async () => {
    const directory = filesIn('mapped', { 'a.parquet': [{ _step: 0, x: 1 }], 'b.parquet': [{ _step: 0, x: 2 }] })
    const runs = new Map([
      [join(directory, 'a.parquet'), 'first'],
      ['b.parquet', "sec'ond"],
    ])
    await duckDbOrThrow(createHistory({ directory, runs })(connection))
    expect(await rowsOf('SELECT run_id, x::INTEGER FROM history ORDER BY x')).toEqual([
      ['first', 1],
      ["sec'ond", 2],
    ])
  })

  test('derives the run of a downloaded file from its name, and does not guess', async () => {
    const certain = filesIn('certain', { [downloaded('a1b2c3d4')]: [{ _step: 0, x: 1 }] })
    await duckDbOrThrow(createHistory({ directory: certain })(connection))
    expect(await rowsOf('SELECT run_id FROM history')).toEqual([['a1b2c3d4']])
    const name = downloaded('my-run')
    const uncertain = filesIn('uncertain', { [name]: [{ _step: 0, x: 1 }] })
    expect(await leftOf(createHistory({ directory: uncertain, replace: true })(connection))).toMatchObject({
      _tag: 'RunUnknown',
      path: join(uncertain, name),
    })
    const runs = new Map([[name, 'my_run']])
    await duckDbOrThrow(createHistory({ directory: uncertain, replace: true, runs })(connection))
    expect(await rowsOf('SELECT run_id FROM history')).toEqual([['my_run']])
  })

  test('rejects two versions of the same export', async () => {
    const directory = filesIn('versions', {
      [downloaded('r1', '000000000000')]: [{ _step: 0, x: 1 }],
      [downloaded('r1', '111111111111')]: [
        { _step: 0, x: 1 },
        { _step: 1, x: 1 },
      ],
    })
    expect(await leftOf(createHistory({ directory })(connection))).toMatchObject({
      _tag: 'VersionsMixed',
      paths: [join(directory, downloaded('r1', '000000000000')), join(directory, downloaded('r1', '111111111111'))],
    })
  })

  test('converts a metric of several types to JSON, within a file and between files', async () => {
    const directory = filesIn('types', {
      'a.parquet': [{ _step: 0, m: 1, same: 0.5 }],
      'b.parquet': [{ _step: 0, m: 'NaN', same: 2 }],
      'c.parquet': [
        { _step: 0, m: 1.5 },
        { _step: 1, m: 'text' },
        { _step: 2, m: true },
        { _step: 3, same: 1 },
      ],
      'd.parquet': [
        { _step: 0, m: [1, [2]] },
        { _step: 1, m: 'x' },
      ],
    })
    const { columns } = await duckDbOrThrow(createHistory({ directory })(connection))
    expect(columns.slice(2)).toEqual([
      { name: 'm', type: 'JSON' },
      { name: 'same', type: 'DOUBLE' },
    ])
    const cells = await rowsOf('SELECT run_id, m FROM history ORDER BY run_id, _step')
    expect(cells.map(([run, m]) => [run, m === null ? null : JSON.parse(String(m))])).toEqual([
      ['a', 1],
      ['b', 'NaN'],
      ['c', 1.5],
      ['c', 'text'],
      ['c', true],
      ['c', null],
      ['d', [1, [2]]],
      ['d', 'x'],
    ])
    expect(
      await rowsOf(`SELECT run_id, TRY_CAST(m ->> '$' AS DOUBLE) FROM history WHERE run_id < 'c' ORDER BY run_id`),
    ).toEqual([
      ['a', 1],
      ['b', Number.NaN],
    ])
  })

  test('distinguishes names that differ only in case, between files and in one file', async () => {
    const directory = filesIn('case', {
      'a.parquet': [{ _step: 0, loss: 1 }],
      'b.parquet': [{ _step: 0, LOSS: 100 }],
      'c.parquet': [{ _step: 0, Loss: 7, loss: 3, loss_1: 9 }],
      'd.parquet': [{ _step: 0, loss: 30, other: 1, Loss: 70 }],
    })
    expect(await leftOf(createHistory({ directory })(connection))).toMatchObject({
      _tag: 'NamesClash',
      names: ['loss', 'LOSS', 'Loss'],
    })
    for (const [key, values] of [
      ['loss', [1, null, 3, 30]],
      ['LOSS', [null, 100, null, null]],
      ['Loss', [null, null, 7, 70]],
    ] as const) {
      await duckDbOrThrow(createHistory({ directory, keys: [key], replace: true })(connection))
      const cells = await rowsOf(`SELECT ${key}::INTEGER FROM history ORDER BY run_id`)
      expect(cells.flat()).toEqual(values)
    }
  })

  test('accepts any other metric name, and rejects invalid column names', async () => {
    const row = { _step: 0, 'a"b': 1, "it's": 2, 'a.b': 3, '🚀': 4, _file: 5, filename: 6, É: 7, é: 8, path: 9 }
    const directory = filesIn('names', { 'a.parquet': [row] })
    await duckDbOrThrow(createHistory({ directory })(connection))
    const reader = await connection.runAndReadAll('SELECT * EXCLUDE (run_id) FROM history')
    expect(reader.getRowObjectsJson()).toEqual([
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)])),
    ])
    for (const [key, names] of [
      ['', ['']],
      ['RUN_ID', ['run_id', 'RUN_ID']],
      ['_STEP', ['_step', '_STEP']],
    ] as const) {
      const other = filesIn(`names-${key}`, { 'a.parquet': [{ _step: 0, ok: 1, [key]: 1 }] })
      expect(await leftOf(createHistory({ directory: other, replace: true })(connection))).toMatchObject({ names })
      await duckDbOrThrow(createHistory({ directory: other, keys: ['ok'], replace: true })(connection))
      expect(await rowsOf('SELECT run_id, _step::INTEGER, ok::INTEGER FROM history')).toEqual([['a', 0, 1]])
    }
  })

  test('reads the requested metrics, even if others have no common type', async () => {
    const directory = filesIn('keys', {
      'a.parquet': [{ _step: 0, x: 1, m: 1 }],
      'b.parquet': [
        { _step: 0, x: 2, m: 'a' },
        { _step: 1, x: 3, m: 2 },
      ],
    })
    const view = await duckDbOrThrow(createHistory({ directory, keys: ['x', 'absent', 'x'] })(connection))
    expect(view.columns.map(({ name }) => name)).toEqual(['run_id', '_step', 'x'])
    expect((await rowsOf('SELECT sum(x)::INTEGER FROM history')).flat()).toEqual([6])
  })

  test('skips files without rows, and creates an empty view if there are no others', async () => {
    const directory = filesIn('empty', { 'a.parquet': [], 'b.parquet': [{ _step: 0, x: 1 }] })
    expect(await duckDbOrThrow(createHistory({ directory })(connection))).toMatchObject({ files: 1, runs: 1, rows: 1 })
    const files = [join(directory, 'a.parquet')]
    expect(await duckDbOrThrow(createHistory({ files, table: 'none' })(connection))).toMatchObject({
      files: 0,
      rows: 0,
    })
    expect(await rowsOf('SELECT run_id, _step FROM none')).toEqual([])
  })

  test('reports what is wrong with a file, a directory or a name', async () => {
    const directory = filesIn('wrong', { 'steps.parquet': [{ loss: 1 }], 'fine.parquet': [{ _step: 0 }] })
    const at = (name: string): string => join(directory, name)
    writeFileSync(at('text.parquet'), 'not Parquet at all')
    const tried = (...names: ReadonlyArray<string>) => leftOf(createHistory({ files: names.map(at) })(connection))
    expect(await tried('fine.parquet', 'gone.parquet')).toMatchObject({ _tag: 'FileMissing', path: at('gone.parquet') })
    expect(await tried('fine.parquet', 'text.parquet')).toMatchObject({
      _tag: 'FileUnreadable',
      path: at('text.parquet'),
    })
    expect(await tried('steps.parquet')).toMatchObject({ _tag: 'FileUnreadable', path: at('steps.parquet') })
    expect(await tried()).toMatchObject({ _tag: 'NoFiles', directory: undefined })
    const nowhere = at('nowhere')
    expect(await leftOf(createHistory({ directory: nowhere })(connection))).toMatchObject({ directory: nowhere })
    expect(await leftOf(createHistory({})(connection))).toMatchObject({ _tag: 'InvalidQuery', field: 'files' })
    expect(await leftOf(createHistory({ directory, table: '' })(connection))).toMatchObject({ field: 'table' })
    expect(await leftOf(createHistory({ files: ['a\0b'] })(connection))).toMatchObject({ field: 'files' })
  })

  test('replaces a view on request, and never a table', async () => {
    const directory = filesIn('replace', { 'a.parquet': [{ _step: 0, x: 1 }] })
    const make = (table: string, replace: boolean) => leftOf(createHistory({ directory, table, replace })(connection))
    expect(await make('h', false)).toBeUndefined()
    expect(await make('h', false)).toMatchObject({ _tag: 'NameTaken', name: 'h' })
    expect(await make('h', true)).toBeUndefined()
    await connection.run('CREATE TABLE t (x INTEGER)')
    expect(await make('t', true)).toMatchObject({ _tag: 'NameTaken', name: 't' })
  })

  test('reports a closed connection', async () => {
    const directory = filesIn('closed', { 'a.parquet': [{ _step: 0, x: 1 }] })
    const closed = await instance.connect()
    closed.closeSync()
    expect(await leftOf(createHistory({ directory })(closed))).toMatchObject({ _tag: 'ConnectionClosed' })
  })
})

describe('insertHistory', () => {
  const tableOf = async (): Promise<ReadonlyArray<unknown>> =>
    (await connection.runAndReadAll('SELECT * FROM history ORDER BY run_id, _step')).getRowObjectsJS()

  test('stores every value unchanged', async () => {
    const history = historyFromRows([
      { _step: 0, loss: Number.NaN, note: "it's", ok: true, any: [1, { a: 'b' }], __proto__x: 1 },
      { _step: 1.5, loss: Number.POSITIVE_INFINITY, note: '', any: 'text', 'a"b\'': -0 },
      { _step: 2, loss: 0.1, ok: false, any: Number.NaN },
    ])
    expect(await duckDbOrThrow(insertHistory("r'1", history)(connection))).toEqual({ table: 'history', rows: 3 })
    const none = null
    expect(await tableOf()).toEqual([
      {
        run_id: "r'1",
        _step: 0,
        loss: Number.NaN,
        note: "it's",
        ok: true,
        any: '[1,{"a":"b"}]',
        __proto__x: 1,
        'a"b\'': none,
      },
      {
        run_id: "r'1",
        _step: 1.5,
        loss: Number.POSITIVE_INFINITY,
        note: '',
        ok: none,
        any: '"text"',
        __proto__x: none,
        'a"b\'': -0,
      },
      { run_id: "r'1", _step: 2, loss: 0.1, note: none, ok: false, any: '"NaN"', __proto__x: none, 'a"b\'': none },
    ])
  })

  test('adds the columns that a further run has, and a history without rows adds no row', async () => {
    await duckDbOrThrow(insertHistory('a', historyFromRows([{ _step: 0, x: 1 }]))(connection))
    await duckDbOrThrow(insertHistory('b', historyFromRows([{ _step: 0, y: 'text' }]))(connection))
    await duckDbOrThrow(insertHistory('c', historyFromRows([]))(connection))
    expect(await tableOf()).toEqual([
      { run_id: 'a', _step: 0, x: 1, y: null },
      { run_id: 'b', _step: 0, x: null, y: 'text' },
    ])
  })

  test('has the columns of a view over files, so that one query runs over both', async () => {
    const rows = [
      { _step: 0, loss: 2 },
      { _step: 1, loss: 1 },
    ]
    const directory = filesIn('both', { 'a.parquet': rows })
    await duckDbOrThrow(createHistory({ directory, table: 'files' })(connection))
    await duckDbOrThrow(insertHistory('b', historyFromRows(rows))(connection))
    const best = await rowsOf(`SELECT run_id, min(loss)::DOUBLE FROM
      (SELECT * FROM files UNION ALL BY NAME SELECT * FROM history) GROUP BY run_id ORDER BY run_id`)
    expect(best).toEqual([
      ['a', 1],
      ['b', 1],
    ])
  })

  test('rejects a step that is already there, and does not change the table', async () => {
    await duckDbOrThrow(insertHistory('a', historyFromRows([{ _step: 3, x: 1 }]))(connection))
    const again = historyFromRows([
      { _step: 2, x: 1, new: 1 },
      { _step: 3, x: 2 },
    ])
    expect(await leftOf(insertHistory('a', again)(connection))).toMatchObject({
      _tag: 'StepPresent',
      runId: 'a',
      step: 3,
    })
    expect(await tableOf()).toEqual([{ run_id: 'a', _step: 3, x: 1 }])
    const later = historyFromRows([{ _step: 4, x: 2 }])
    await duckDbOrThrow(insertHistory('a', later)(connection))
    expect(await rowsOf('SELECT count(*)::INTEGER FROM history')).toEqual([[2]])
  })

  test('rejects names that DuckDB cannot distinguish, unless one is selected', async () => {
    const history = historyFromRows([{ _step: 0, loss: 1, Loss: 2, run_id: 'x' }])
    expect(await leftOf(insertHistory('a', history)(connection))).toMatchObject({ names: ['loss', 'Loss'] })
    await duckDbOrThrow(insertHistory('a', history, { keys: ['Loss'] })(connection))
    expect(await leftOf(insertHistory('b', history, { keys: ['loss'] })(connection))).toMatchObject({
      names: ['Loss', 'loss'],
    })
    expect(await leftOf(insertHistory('b', history, { keys: ['run_id'] })(connection))).toMatchObject({
      names: ['run_id', 'run_id'],
    })
    expect(await tableOf()).toEqual([{ run_id: 'a', _step: 0, Loss: 2 }])
  })

  test('rejects a table with other columns, and accepts a JSON column', async () => {
    await connection.run('CREATE TABLE other (id INTEGER)')
    expect(await leftOf(insertHistory('a', historyFromRows([]), { table: 'other' })(connection))).toMatchObject({
      _tag: 'TableDiffers',
      table: 'other',
      column: 'run_id',
      actual: 'id INTEGER',
    })
    await connection.run('CREATE TABLE history (run_id VARCHAR, _step DOUBLE, x JSON, y DOUBLE)')
    await duckDbOrThrow(insertHistory('a', historyFromRows([{ _step: 0, x: 1 }]))(connection))
    await duckDbOrThrow(insertHistory('b', historyFromRows([{ _step: 0, x: 'text' }]))(connection))
    expect(await leftOf(insertHistory('c', historyFromRows([{ _step: 0, y: 'text' }]))(connection))).toMatchObject({
      _tag: 'TableDiffers',
      column: 'y',
      expected: 'VARCHAR',
      actual: 'DOUBLE',
    })
    expect(await rowsOf('SELECT run_id, x FROM history ORDER BY run_id')).toEqual([
      ['a', '1'],
      ['b', '"text"'],
    ])
  })

  test('reports progress, and inserts nothing when aborted', async () => {
    const history = historyFromRows(Array.from({ length: 40_000 }, (_, step) => ({ _step: step, x: step })))
    const seen: Array<number> = []
    const stop = new AbortController()
    const stopped = insertHistory('a', history, {
      signal: stop.signal,
      onProgress: ({ loaded, total }) => {
        expect(total).toBe(40_000)
        seen.push(loaded)
        stop.abort()
      },
    })
    expect(await leftOf(stopped(connection))).toMatchObject({ _tag: 'Aborted' })
    expect(seen).toHaveLength(1)
    await duckDbOrThrow(insertHistory('a', history)(connection))
    expect(await rowsOf('SELECT count(*)::INTEGER, sum(x) FROM history')).toEqual([[40_000, 799_980_000]])
  })

  test('joins the transaction of the caller', async () => {
    await connection.run('BEGIN TRANSACTION')
    await duckDbOrThrow(insertHistory('a', historyFromRows([{ _step: 0, x: 1 }]))(connection))
    await connection.run('ROLLBACK')
    await expect(tableOf()).rejects.toThrow('does not exist')
  })
})
