import {
  DateDay,
  Dictionary,
  Float64,
  Int32,
  Int64,
  List,
  Field as MakeField,
  RecordBatch,
  Struct,
  Table,
  tableFromArrays,
  tableFromIPC,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import { describe, expect, test } from 'vitest'
import { runsToArrow, tableFromArrow, tableToArrow } from 'wandb-run-ops/arrow'
import { runTable, tableRows } from 'wandb-run-ops/ops'
import { column, type RunTable } from 'wandb-run-ops/query'

const sent = (table: Table, format: 'file' | 'stream' = 'stream'): Table => tableFromIPC(tableToIPC(table, format))

const at = new Date('2026-11-21T10:00:00.123Z')

const configs = [
  { x: 0.5, n: 1, wide: 2 ** 40, ok: true, text: 'adam', when: at, list: ['a', 'b'], ints: [1, 2], mixed: 1, gap: 1.5 },
  { x: -0, n: -7, wide: -1, ok: false, text: 'sgd', when: new Date(0), list: [], ints: [], mixed: 'one', gap: null },
  { x: Number.NaN, n: 0, wide: 0, ok: true, text: 'adam', when: at, list: ['b'], ints: [3], mixed: { a: null } },
]

const names = Object.keys(configs[0] ?? {})

const table = runTable(
  configs.map((config) => ({ config })),
  Object.fromEntries(names.map((name) => [name, column.config(name)])),
)

const arrow = tableToArrow(table)

const typeOf = (made: Table, name: string): string =>
  String(made.schema.fields.find((field) => field.name === name)?.type)

/** The memory of an array. */
const memory = (array: unknown) => {
  if (!ArrayBuffer.isView(array)) throw new Error('not an array')
  return { buffer: array.buffer, byteOffset: array.byteOffset }
}

const arraysOf = (made: Table, name: string) => {
  const data = made.getChild(name)?.data[0]
  return {
    values: data?.values,
    valid: data?.nullBitmap,
    offsets: data?.valueOffsets,
    items: data?.children[0]?.values,
  }
}

/** Whether two arrays have the same memory, not an equal copy of it. */
const isShared = (one: unknown, other: unknown): boolean =>
  memory(one).buffer === memory(other).buffer && memory(one).byteOffset === memory(other).byteOffset

const columnOf = <T extends string>(of: RunTable, name: string, type: T) => {
  const column = of.columns[name]
  if (column?.type !== type) throw new Error(`${name} is ${column?.type}`)
  return column as Extract<typeof column, { readonly type: T }>
}

test('tableToArrow refuses runs that are not a table', () => {
  expect(() => tableToArrow([] as never)).toThrow('runTable(runs)')
})

describe('tableToArrow', () => {
  test.each([
    ['x', 'Float64'],
    ['n', 'Int32'],
    ['wide', 'Int64'],
    ['ok', 'Bool'],
    ['text', 'Dictionary<Int32, Utf8>'],
    ['when', 'Timestamp<MILLISECOND, UTC>'],
    ['list', 'List<Utf8>'],
    ['ints', 'List<Int32>'],
    ['mixed', 'Utf8'],
    ['gap', 'Float64'],
  ])('%s is %s', (name, type) => {
    expect(typeOf(arrow, name)).toBe(type)
    expect(typeOf(sent(arrow), name)).toBe(type)
  })

  test('shares arrays and bitmaps', () => {
    const { offsets, items } = columnOf(table, 'ints', 'list')
    const { valid } = columnOf(table, 'gap', 'number')
    expect(valid).toBeDefined()
    const pairs = {
      x: [arraysOf(arrow, 'x').values, columnOf(table, 'x', 'number').values],
      n: [arraysOf(arrow, 'n').values, columnOf(table, 'n', 'integer').values],
      ok: [arraysOf(arrow, 'ok').values, columnOf(table, 'ok', 'boolean').values],
      text: [arraysOf(arrow, 'text').values, columnOf(table, 'text', 'text').indices],
      list: [arraysOf(arrow, 'list').offsets, columnOf(table, 'list', 'list').offsets],
      ints: [arraysOf(arrow, 'ints').offsets, offsets],
      items: [arraysOf(arrow, 'ints').items, (items as { readonly values: unknown }).values],
      gap: [arraysOf(arrow, 'gap').valid, valid],
    }
    for (const [name, [one, other]] of Object.entries(pairs)) expect(isShared(one, other), name).toBe(true)
  })

  test('has the values, and null for missing values and for null', () => {
    for (const made of [arrow, sent(arrow), sent(arrow, 'file')]) {
      const rows = made.toArray().map((row) => row.toJSON())
      expect(rows.map((row) => row['x'])).toEqual([0.5, -0, Number.NaN])
      expect(rows.map((row) => row['n'])).toEqual([1, -7, 0])
      expect(rows.map((row) => row['wide'])).toEqual([2n ** 40n, -1n, 0n])
      expect(rows.map((row) => row['ok'])).toEqual([true, false, true])
      expect(rows.map((row) => row['text'])).toEqual(['adam', 'sgd', 'adam'])
      expect(rows.map((row) => row['when'])).toEqual([at.getTime(), 0, at.getTime()])
      expect(rows.map((row) => row['list'].toJSON())).toEqual([['a', 'b'], [], ['b']])
      expect(rows.map((row) => row['ints'].toJSON())).toEqual([[1, 2], [], [3]])
      expect(rows.map((row) => row['mixed'])).toEqual(['1', '"one"', '{"a":null}'])
      expect(rows.map((row) => row['gap'])).toEqual([1.5, null, null])
    }
  })

  test('JSON has an extension type, unless that is turned off', () => {
    const mark = (made: Table) => made.schema.fields[names.indexOf('mixed')]?.metadata.get('ARROW:extension:name')
    expect(mark(sent(arrow))).toBe('arrow.json')
    const plain = sent(tableToArrow(table, { jsonExtension: false }))
    expect(mark(plain)).toBeUndefined()
    expect(tableRows(tableFromArrow(plain))).toEqual(tableRows(tableFromArrow(arrow)))
  })

  test('refuses an option that does not exist', () => {
    expect(() => tableToArrow(table, { jsonExtensoin: false } as never)).toThrow('jsonExtension')
  })

  test('an explicit null in a JSON column is the text null, and a missing value is not', () => {
    const made = runsToArrow({ v: column.config('v') })([
      { config: { v: {} } },
      { config: { v: null } },
      { config: {} },
    ])
    expect(made.getChild('v')?.toJSON()).toEqual(['{}', 'null', null])
  })

  test('of no rows, and of no columns', () => {
    expect(sent(tableToArrow(runTable([]))).numRows).toBe(0)
    expect(sent(tableToArrow(runTable([]))).schema.names).toEqual(runTable([]).names)
    expect(tableToArrow(runTable([{}, {}], {})).numRows).toBe(2)
  })
})

describe('tableFromArrow', () => {
  const rows = tableRows(table).map((row) => ({ ...row, gap: row['gap'] ?? undefined }))

  test.each(['stream', 'file'] as const)('restores values, types and what columns read from an IPC %s', (format) => {
    const back = tableFromArrow(sent(arrow, format))
    expect(tableRows(back)).toEqual(rows)
    expect(back.names).toEqual(table.names)
    expect(back.sources).toEqual(table.sources)
    for (const name of names) expect(back.columns[name]?.type).toBe(table.columns[name]?.type)
    for (const name of names.filter((name) => name !== 'gap')) expect(back.columns[name]).toEqual(table.columns[name])
  })

  test('shares arrays in both directions', () => {
    const back = tableFromArrow(arrow)
    const bufferOf = (of: RunTable, name: string): unknown => {
      const column = of.columns[name] as unknown as { readonly values?: Uint8Array; readonly indices?: Int32Array }
      return (column.values ?? column.indices)?.buffer
    }
    for (const name of ['x', 'n', 'ok', 'text', 'gap']) expect(bufferOf(back, name)).toBe(bufferOf(table, name))
  })

  test.each(['__proto__', '', 'constructor', 'a.b', '0', '🚀', 'null'])('supports a column named %j', (name) => {
    const columns = Object.fromEntries([[name, column.config('x')]])
    const made = runTable([{ config: { x: 0.5 } }], columns)
    const back = tableFromArrow(sent(tableToArrow(made)))
    expect(back.names).toEqual([name])
    expect(Object.keys(back.columns)).toEqual([name])
    expect(back).toEqual(made)
  })

  test('an emptied slot of another program is not read', () => {
    const bytes = Float64Array.of(0.5, 7, 1.5)
    const foreign = new Table({ x: vectorFromArray([0.5, null, 1.5], new Float64()) })
    foreign.getChild('x')?.data[0]?.values.set(bytes)
    expect(columnOf(tableFromArrow(foreign), 'x', 'number').values).toEqual(Float64Array.of(0.5, Number.NaN, 1.5))
    const ints = new Table({ n: vectorFromArray([1, null], new Int32()) })
    ints.getChild('n')?.data[0]?.values.set([1, 9])
    expect(columnOf(tableFromArrow(ints), 'n', 'integer').values).toEqual(Int32Array.of(1, 0))
  })

  test('finds types from the values of tables that others made', () => {
    const foreign = new Table({
      whole: vectorFromArray([1, 2, null], new Float64()),
      big: vectorFromArray([2n ** 40n, null, 5n], new Int64()),
      day: vectorFromArray([new Date(86_400_000), null, null], new DateDay()),
      nested: vectorFromArray([['a'], null, []], new List(new MakeField('item', new Utf8(), true))),
      dict: vectorFromArray(['b', 'a', 'b'], new Dictionary(new Utf8(), new Int32())),
      empty: vectorFromArray([null, null, null], new Utf8()),
      struct: vectorFromArray([{ a: 1 }, null, { a: 2 }], new Struct([new MakeField('a', new Int32(), true)])),
    })
    const back = tableFromArrow(foreign)
    expect(Object.entries(back.columns).map(([name, { type }]) => `${name} ${type}`)).toEqual([
      'whole integer',
      'big integer',
      'day time',
      'nested list',
      'dict text',
      'empty text',
      'struct json',
    ])
    expect(tableRows(back)[0]).toEqual({
      whole: 1,
      big: 2 ** 40,
      day: new Date(86_400_000),
      nested: ['a'],
      dict: 'b',
      empty: undefined,
      struct: { a: 1 },
    })
    expect(tableRows(back)[1]).toEqual({
      whole: 2,
      big: undefined,
      day: undefined,
      nested: undefined,
      dict: 'a',
      empty: undefined,
      struct: undefined,
    })
  })

  test('joins the batches of a table, whose dictionaries may differ', () => {
    const part = (texts: ReadonlyArray<string>) =>
      new Table({ t: vectorFromArray(texts, new Dictionary(new Utf8(), new Int32())) })
    const back = tableFromArrow(part(['a', 'b']).concat(part(['b', 'c'])))
    expect(tableRows(back).map(({ t }) => t)).toEqual(['a', 'b', 'b', 'c'])
    expect(columnOf(back, 't', 'text').dictionary).toEqual(['a', 'b', 'c'])
  })

  test('reads part of a table', () => {
    const part = tableFromArrow(arrow.slice(1, 3))
    expect(tableRows(part)).toEqual(rows.slice(1))
  })

  test('refuses two columns of one name', () => {
    const { schema, batches } = tableFromArrays({ a: [1.5], b: [2.5] })
    const fields = schema.fields.map((field) => field.clone({ name: 'a' }))
    const twice = new Table(batches.map(({ data }) => new RecordBatch(schema.assign(...[]), data)))
    Object.assign(twice.schema, { fields })
    expect(() => tableFromArrow(twice)).toThrow('column "a" is there twice')
  })
})

test('tableFromArrow refuses what is not an Arrow table', () => {
  for (const wrong of [undefined, [], runTable([])])
    expect(() => tableFromArrow(wrong as never)).toThrow(
      'Invalid argument of tableFromArrow: table must be an Arrow table, such as tableFromIPC(bytes).',
    )
})

test('runsToArrow takes columns before and after the runs, and no table of runs', () => {
  const runs = [{ config: { lr: 1 } }]
  const columns = { lr: column.config('lr') }
  expect(runsToArrow(runs, columns).schema.names).toEqual(['lr'])
  expect(runsToArrow(runs, columns).toString()).toBe(runsToArrow(columns)(runs).toString())
  expect(() => runsToArrow(runTable(runs) as never)).toThrow('must be columns or runs, got a table of runs')
})
