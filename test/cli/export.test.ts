import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { run } from '../sandbox/fixture.ts'
import { bundleProgram, callHere as call, call as callProcess } from './call.ts'
import { lines } from './lines.ts'

bundleProgram()

const folder = mkdtempSync(join(tmpdir(), 'cli-export-'))
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: lines })
})
afterAll(async () => {
  await sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

const columns = 'id,name,createdAt,config.lr,config.mixed,config.note,config.flag,summary.acc'
const exporting = (...args: ReadonlyArray<string>) => call(['export', '--project', 'team/vision', ...args], sandbox)

const time = (minute: number): Date => new Date(Date.UTC(2026, 2, 1, 10, minute))

/** Reads CSV into rows of cells. */
const parseCsv = (text: string): ReadonlyArray<ReadonlyArray<string>> => {
  const rows: Array<Array<string>> = [[]]
  for (const [, cell = '', end = ''] of text.matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\n)/g)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\n') rows.push([])
  }
  return rows
}

/** The expected contents of the files: `config.mixed` is JSON because its values have several types. */
const expected = [
  ['plain', 'plain', time(0), 0.1, '1', 'one', true, 0.5],
  ['comma', 'a, "quoted"\nname', time(1), -0, '"text"', '', false, Number.NaN],
  ['formula', '=cmd|x', time(2), null, '{"deep":[1,"NaN"]}', 'line\u2028separator', null, 0.25],
  ['escape', '\u001b[31mred 日本語', time(3), 1e-7, null, 'x', null, 0.123456789],
]

test('writes CSV and quotes only what needs it', async () => {
  const { code, stdout, stderr } = await exporting('--columns', columns)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toBe(
    [
      columns,
      'plain,plain,2026-03-01T10:00:00.000Z,0.1,1,one,true,0.5',
      'comma,"a, ""quoted""\nname",2026-03-01T10:01:00.000Z,-0,text,"",false,NaN',
      'formula,=cmd|x,2026-03-01T10:02:00.000Z,,"{""deep"":[1,""NaN""]}",line\u2028separator,,0.25',
      'escape,\u001b[31mred 日本語,2026-03-01T10:03:00.000Z,1e-7,,x,,0.123456789',
      '',
    ].join('\n'),
  )
})

test('escapes formulas with an apostrophe on request', async () => {
  const { stdout } = await exporting('--columns', 'name,config.lr', '--escape-formulas')
  expect(stdout).toContain("\n'=cmd|x,\n")
  expect(stdout).toContain(',-0\n')
})

test('includes the columns of all runs by default', async () => {
  const { stdout } = await exporting()
  const [head = ''] = stdout.split('\n')
  expect(head.split(',').slice(-8)).toEqual([
    'config.lr',
    'config.mixed',
    'config.note',
    'config.flag',
    'summary.acc',
    'summary.val/loss',
    '"summary[""a.b""]"',
    'summary.a',
  ])
})

test('writes JSON lines with NaN as a string', async () => {
  const { stdout } = await exporting('--format', 'jsonl', '--columns', 'id,summary.acc,config.mixed')
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { id: 'plain', 'summary.acc': 0.5, 'config.mixed': 1 },
    { id: 'comma', 'summary.acc': 'NaN', 'config.mixed': 'text' },
    { id: 'formula', 'summary.acc': 0.25, 'config.mixed': { deep: [1, 'NaN'] } },
    { id: 'escape', 'summary.acc': 0.123456789 },
  ])
})

test('round-trips through Parquet', async () => {
  const path = join(folder, 'runs.parquet')
  const { code, stdout, stderr } = await exporting('--columns', columns, '--output', path)
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: `Wrote 4 rows to ${path}.\n` })
  const { buffer, byteOffset, byteLength } = readFileSync(path)
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
  const rows = await parquetReadObjects({ file })
  expect(rows.map((row) => columns.split(',').map((name) => row[name]))).toEqual(expected)
})

test('round-trips through Arrow', async () => {
  const path = join(folder, 'runs.arrow')
  expect((await exporting('--columns', columns, '--output', path)).code).toBe(0)
  const table = tableFromIPC(readFileSync(path))
  expect(table.schema.names).toEqual(columns.split(','))
  const rows = Array.from({ length: table.numRows }, (_, row) =>
    columns.split(',').map((name) => {
      const value = table.getChild(name)?.get(row)
      return name === 'createdAt' ? new Date(value) : value
    }),
  )
  expect(rows).toEqual(expected)
  expect(table.schema.fields[4]?.metadata.get('ARROW:extension:name')).toBe('arrow.json')
})

test('Parquet and Arrow can be piped', async () => {
  const { stdout } = await exporting('--columns', 'id', '--format', 'parquet')
  expect([stdout.slice(0, 4), stdout.slice(-4)]).toEqual(['PAR1', 'PAR1'])
})

test('writes histories, one row per step, with the id of the run', async () => {
  const { code, stdout } = await call(['export', 'history', 'plain', '--project', 'team/vision'], sandbox)
  expect(code).toBe(0)
  expect(stdout).toBe('_run,_step,loss,note,acc\nplain,0,0.5,a,\nplain,7,NaN,,\nplain,9,0.25,,1\n')
  const all = await call(['export', 'history', '--project', 'team/vision', '--keys', 'loss'], sandbox)
  expect(all.stdout).toBe('_run,_step,loss\nplain,0,0.5\nplain,7,NaN\nplain,9,0.25\n')
})

test('keeps a row whose only column has no value', async () => {
  const { stdout } = await exporting('--columns', 'config.flag')
  expect(stdout).toBe('config.flag\ntrue\nfalse\n""\n""\n')
})

test('reports a run whose history fails to load and continues', async () => {
  const own = await startSandbox({ records: lines })
  own.faults.add({ kind: 'graphql-errors', when: { operation: /History/, times: 1 } })
  const { code, stdout, stderr } = await call(
    ['export', 'history', '--project', 'team/vision', '--order', '-createdAt', '--keys', 'loss'],
    own,
  )
  await own.close()
  expect(code).toBe(3)
  expect(stdout).toBe('_run,_step,loss\nplain,0,0.5\nplain,7,NaN\nplain,9,0.25\n')
  expect(stderr).toBe('Run escape could not be read at history: expected rows, got GraphqlRefused.\n')
})

test('a failed export leaves the existing file unchanged and no other file behind', async () => {
  const own = mkdtempSync(join(folder, 'existing-'))
  const path = join(own, 'runs.csv')
  writeFileSync(path, 'before')
  const { code, stderr } = await callProcess(['export', '--project', 'team/none', '--output', path], sandbox)
  expect(code).toBe(1)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(readFileSync(path, 'utf8')).toBe('before')
  expect(readdirSync(own)).toEqual(['runs.csv'])
})

const tricky = [
  '\n=1',
  '\t=1',
  '\r=1',
  ' =1',
  '\u00a0@x',
  '\u3000-1',
  '\ufeff+1',
  '\u200b=1',
  '\u200d-x',
  '\u2060@x',
  '\ufe0f=1',
  '\u202e=1',
  '\u0000=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '﹦1',
  '﹢1',
  '﹣1',
  '−1',
  '=1',
  '+1',
  '-1',
  '@x',
  '\n\n',
  ' \t＝1',
]
const harmless = ['a=1', ' a', '日本', '1-2', "'=1", '#x', '', '(=1)']

describe('values that programs act on', () => {
  let server: Sandbox
  beforeAll(async () => {
    const config = (text: string) => JSON.stringify({ text: { value: text } })
    const named = [...tricky, ...harmless].map((text, at) =>
      run(`r${at}`, { config: config(text), displayName: `n${text}` }),
    )
    const control = run('control', { displayName: '\u009b31mred\u202e\u007f\u2028', group: 'g', config: '{}' })
    server = await startSandbox({ records: [...lines.slice(0, 1), ...named, control] })
  })
  afterAll(() => server.close())

  test('every text that a spreadsheet may take for a formula is escaped, and no other', async () => {
    const args = ['export', '--project', 'team/vision', '--columns', 'id,config.text', '--escape-formulas']
    const rows = parseCsv((await call(args, server)).stdout)
    const byId = new Map(rows.map(([id = '', text = '']) => [id, text]))
    for (const [at, text] of [...tricky, ...harmless].entries())
      expect([text, byId.get(`r${at}`)]).toEqual([text, tricky.includes(text) ? `'${text}` : text])
  })

  test('no output in JSON has characters that a terminal acts on, and all are there once it is parsed', async () => {
    for (const args of [
      ['runs', '--json', '--columns', 'name'],
      ['export', '--format', 'jsonl', '--columns', 'name'],
      ['query', 'runs.map((row) => row.name)', '--json'],
    ]) {
      const { stdout } = await call(
        [...args, '--project', 'team/vision', '--filter', '{"group": "g"}'].slice(
          0,
          args[0] === 'query' ? -2 : undefined,
        ),
        server,
      )
      expect(stdout.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/u)
      expect(
        JSON.stringify(
          stdout
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line)),
        ),
      ).toContain(JSON.stringify('\u009b31mred\u202e\u007f\u2028').slice(1, -1))
    }
  })
})

test('a column without values has the type of its field', async () => {
  const names = [
    'group',
    'notes',
    'jobType',
    'tags',
    'heartbeatAt',
    'computeSeconds',
    'readOnly',
    'user',
    'config.none',
    'summary.none',
  ]
  const args = ['--columns', names.join(','), '--filter', '{"display_name": "none"}']
  const path = join(folder, 'empty.parquet')
  await exporting('--output', path, ...args)
  const { schema } = parquetMetadata(new Uint8Array(readFileSync(path)).buffer)
  const nested = new Set(['list', 'element'])
  const shown = schema.slice(1).filter(({ name }) => !nested.has(name))
  expect(shown.map(({ type, converted_type: converted }) => converted ?? type)).toEqual([
    'UTF8',
    'UTF8',
    'UTF8',
    'LIST',
    'TIMESTAMP_MILLIS',
    'DOUBLE',
    'BOOLEAN',
    'UTF8',
    'DOUBLE',
    'DOUBLE',
  ])
  const arrow = join(folder, 'empty.arrow')
  await exporting('--output', arrow, ...args)
  expect(tableFromIPC(readFileSync(arrow)).schema.fields.map(({ type }) => String(type))).toEqual([
    'Utf8',
    'Utf8',
    'Utf8',
    'List<Utf8>',
    'Timestamp<MILLISECOND, UTC>',
    'Float64',
    'Bool',
    'Utf8',
    'Float64',
    'Float64',
  ])
})

describe('types of columns', () => {
  const big = 2 ** 53 - 1
  const values = [
    { whole: 1, mixed: 1, list: ['a', 'b'], nested: [[1], []], big, flag: true, dict: { a: 1 }, late: [] },
    { whole: -2, mixed: 0.5, list: [], nested: null, big: -big, flag: false, dict: {}, late: [1.5] },
    { whole: null, mixed: 2, list: ['c', null], nested: [[]], big: 0, flag: null, dict: null, late: [2] },
  ]
  const names = Object.keys(values[0] as object)
  const args = [
    '--project',
    'team/vision',
    '--order',
    'createdAt',
    '--columns',
    names.map((name) => `config.${name}`).join(),
  ]
  let server: Sandbox
  beforeAll(async () => {
    const records = values.map((config, at) =>
      run(`r${at}`, {
        config: JSON.stringify(Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }]))),
        createdAt: `2026-03-01T10:0${at}:00`,
      }),
    )
    server = await startSandbox({ records })
  })
  afterAll(() => server.close())

  const types = ['whole', 'mixed', 'list', 'nested', 'big', 'flag', 'dict', 'late'] as const

  test('Parquet has integers, lists and times in UTC', async () => {
    const path = join(folder, 'types.parquet')
    expect((await call(['export', ...args, '--output', path], server)).stderr).toBe(`Wrote 3 rows to ${path}.\n`)
    const { buffer, byteOffset, byteLength } = readFileSync(path)
    const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
    const rows = await parquetReadObjects({ file })
    const column = (name: string) => rows.map((row) => row[`config.${name}`] ?? null)
    expect(types.map(column)).toEqual([
      [1n, -2n, null],
      [1, 0.5, 2],
      [['a', 'b'], [], ['c', null]],
      [[[1n], []], null, [[]]],
      [BigInt(big), BigInt(-big), 0n],
      [true, false, null],
      ['{"a":1}', '{}', null],
      [[], [1.5], [2]],
    ])
  })

  test('Arrow has them too', async () => {
    const path = join(folder, 'types.arrow')
    await call(['export', ...args, '--output', path], server)
    const table = tableFromIPC(readFileSync(path))
    expect(table.schema.fields.map(({ type }) => String(type))).toEqual([
      'Int64',
      'Float64',
      'List<Utf8>',
      'List<List<Int64>>',
      'Int64',
      'Bool',
      'Utf8',
      'List<Float64>',
    ])
    const list = table.getChild('config.late')
    expect([0, 1, 2].map((row) => [...(list?.get(row) ?? [])])).toEqual([[], [1.5], [2]])
    expect(table.getChild('config.big')?.get(1)).toBe(BigInt(-big))
  })

  test('histories have whole steps', async () => {
    const path = join(folder, 'history.parquet')
    await call(['export', 'history', 'plain', '--project', 'team/vision', '--output', path], sandbox)
    const { buffer, byteOffset, byteLength } = readFileSync(path)
    const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
    expect(await parquetReadObjects({ file, columns: ['_run', '_step', 'loss'] })).toEqual([
      { _run: 'plain', _step: 0n, loss: 0.5 },
      { _run: 'plain', _step: 7n, loss: Number.NaN },
      { _run: 'plain', _step: 9n, loss: 0.25 },
    ])
  })

  test('a column named twice is there once', async () => {
    const { stdout } = await call(
      [
        'export',
        '--project',
        'team/vision',
        '--order',
        'createdAt',
        '--columns',
        'config.whole,config.*',
        '--format',
        'csv',
      ],
      server,
    )
    expect(stdout.split('\n').slice(0, 1)).toEqual([names.map((name) => `config.${name}`).join()])
    expect(stdout.split('\n')[2]).toBe('-2,0.5,[],,-9007199254740991,false,{},[1.5]')
  })
})
