import {
  type Field,
  Float64,
  Int64,
  RecordBatchReader,
  Table,
  tableFromArrays,
  tableFromIPC,
  tableToIPC,
  Vector,
  vectorFromArray,
} from 'apache-arrow'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { historyFromArrow, historyToArrow, runsToArrow } from 'wandb-run-ops/arrow'
import { columnValue, historyFromRows, historyRows, runTable } from 'wandb-run-ops/ops'
import { type Column, column } from 'wandb-run-ops/query'
import type { History, RunId } from 'wandb-run-ops/types'
import { textData } from '../../../src/interop/arrow/buffers.ts'
import { queriedRun, queryKey, queryValue } from '../../arbitraries/query.ts'
import { caseCount } from '../../laws/law.ts'

const sent = (table: Table, format: 'file' | 'stream' = 'file'): Table => tableFromIPC(tableToIPC(table, format))

const valuesOf = (table: Table, name: string): unknown => table.getChild(name)?.toJSON()

const typeOf = (table: Table, name: string): string =>
  String(table.schema.fields.find((field: Field) => field.name === name)?.type)

const runs = [
  {
    id: 'a1' as RunId,
    displayName: 'warm-fox',
    createdAt: new Date('2026-11-21T10:00:00.123Z'),
    config: { lr: 0.1, optimizer: 'adam', amp: true, layers: [1, 2], mixed: 1, __proto__x: 1 },
    summary: { loss: Number.NaN },
  },
  {
    id: 'b2' as RunId,
    displayName: undefined,
    createdAt: new Date('2026-11-21T11:00:00Z'),
    config: { lr: 1, optimizer: 'sgd', amp: false, layers: { a: Number.NaN, b: null }, mixed: 'one' },
    summary: { loss: Number.POSITIVE_INFINITY },
  },
  {
    id: 'c3' as RunId,
    displayName: 'warm-fox',
    createdAt: new Date(0),
    config: { optimizer: 'adam', mixed: null },
    summary: {},
  },
]

const columns = {
  name: column.name,
  created: column.createdAt,
  lr: column.config('lr'),
  optimizer: column.config('optimizer'),
  amp: column.config('amp'),
  layers: column.config('layers'),
  mixed: column.config('mixed'),
  loss: column.summary('loss'),
}

describe('runsToArrow', () => {
  const table = runsToArrow(columns)(runs)

  test('has a column a name, in the order of the names, and a row a run', () => {
    expect(table.schema.names).toEqual(Object.keys(columns))
    expect(table.numRows).toBe(3)
  })

  test.each([
    ['name', 'Dictionary<Int32, Utf8>'],
    ['created', 'Timestamp<MILLISECOND, UTC>'],
    ['lr', 'Float64'],
    ['optimizer', 'Dictionary<Int32, Utf8>'],
    ['amp', 'Bool'],
    ['layers', 'Utf8'],
    ['mixed', 'Utf8'],
    ['loss', 'Float64'],
  ])('%s is %s', (name, type) => {
    expect(typeOf(table, name)).toBe(type)
    expect(typeOf(sent(table), name)).toBe(type)
  })

  test.each(['file', 'stream'] as const)('round-trips through an IPC %s', (format) => {
    for (const made of [table, sent(table, format)]) {
      expect(valuesOf(made, 'name')).toEqual(['warm-fox', 'b2', 'warm-fox'])
      expect(valuesOf(made, 'created')).toEqual(runs.map(({ createdAt }) => createdAt.getTime()))
      expect(valuesOf(made, 'lr')).toEqual([0.1, 1, null])
      expect(valuesOf(made, 'optimizer')).toEqual(['adam', 'sgd', 'adam'])
      expect(valuesOf(made, 'amp')).toEqual([true, false, null])
      expect(valuesOf(made, 'layers')).toEqual(['[1,2]', '{"a":"NaN","b":null}', null])
      expect(valuesOf(made, 'mixed')).toEqual(['1', '"one"', 'null'])
    }
  })

  test('NaN and infinity are numbers, and only missing values are null', () => {
    expect(valuesOf(sent(table), 'loss')).toEqual([Number.NaN, Number.POSITIVE_INFINITY, null])
    expect(table.getChild('loss')?.nullCount).toBe(1)
    expect(table.getChild('name')?.nullCount).toBe(0)
  })

  test('each string is in the dictionary once', () => {
    expect(table.getChild('optimizer')?.data[0]?.dictionary?.toJSON()).toEqual(['adam', 'sgd'])
  })

  test('JSON is marked as such', () => {
    const marked = sent(table).schema.fields.filter(
      (field: Field) => field.metadata.get('ARROW:extension:name') === 'arrow.json',
    )
    expect(marked.map(({ name }) => name)).toEqual(['layers', 'mixed'])
  })

  test('of no runs is a table with columns but no rows', () => {
    for (const made of [runsToArrow(columns)([]), sent(runsToArrow(columns)([]))]) {
      expect(made.numRows).toBe(0)
      expect(made.schema.names).toEqual(Object.keys(columns))
    }
  })

  test('a field without values keeps its type', () => {
    const { group, user, heartbeatAt, readOnly, computeSeconds } = column
    for (const count of [0, 2]) {
      const none = {
        group: undefined,
        user: { username: '' },
        heartbeatAt: undefined,
        readOnly: undefined,
        computeSeconds: undefined,
      }
      const runs = Array.from({ length: count }, () => none as never)
      const { schema } = runsToArrow({ group, user, heartbeatAt, readOnly, computeSeconds })(runs)
      expect(schema.fields.map(({ type }) => String(type))).toEqual([
        'Dictionary<Int32, Utf8>',
        'Dictionary<Int32, Utf8>',
        'Timestamp<MILLISECOND, UTC>',
        'Bool',
        'Float64',
      ])
    }
  })

  test('of an empty object of columns has a row a run all the same', () => {
    expect(runsToArrow({})(runs).numRows).toBe(3)
    expect(runsToArrow({})(runs).schema.names).toEqual([])
  })

  test('without columns has the light fields and every key of any config and summary', () => {
    const all = runsToArrow(runs)
    expect(all.numRows).toBe(3)
    expect(all.schema.names).toEqual(runTable(runs).names)
    expect(valuesOf(all, 'config.lr')).toEqual([0.1, 1, null])
    expect(valuesOf(all, 'id')).toEqual(['a1', 'b2', 'c3'])
  })

  test('accepts any string as a name', () => {
    const names = ['__proto__', '', 'constructor', 'a.b', '0', '🚀', 'length', 'null']
    const entries = names.map((name) => [name, column.id] as const)
    const table = runsToArrow(Object.fromEntries(entries))(runs)
    expect([...table.schema.names].sort()).toEqual([...names].sort())
    table.schema.names.forEach((_, place) => {
      expect(table.getChildAt(place)?.toJSON()).toEqual(['a1', 'b2', 'c3'])
    })
  })

  test('a lone surrogate becomes U+FFFD', () => {
    const table = runsToArrow({ t: column.config('t') })([{ config: { t: 'a\ud800b' } }])
    expect(valuesOf(sent(table), 't')).toEqual(['a\ufffdb'])
  })

  test('every column agrees with columnValue', () => {
    const spelled = new Map<unknown, string>([
      [Number.NaN, 'NaN'],
      [Number.POSITIVE_INFINITY, 'Infinity'],
      [Number.NEGATIVE_INFINITY, '-Infinity'],
    ])
    const replacer = (_: string, value: unknown): unknown => spelled.get(value) ?? value
    const isSame = (field: Field | undefined, got: unknown, wanted: unknown): boolean => {
      if (field?.metadata.has('ARROW:extension:name') === true)
        return (got ?? undefined) === (wanted === undefined ? undefined : JSON.stringify(wanted, replacer))
      if (typeof wanted === 'string') return got === new TextDecoder().decode(new TextEncoder().encode(wanted))
      if (Array.isArray(wanted))
        return (
          got instanceof Vector &&
          got.length === wanted.length &&
          wanted.every((item, at) => isSame(undefined, got.get(at), item))
        )
      if (typeof got === 'bigint') return got === BigInt(wanted as number)
      return Object.is(got, wanted instanceof Date ? wanted.getTime() : (wanted ?? null))
    }
    const some = fc.constantFrom<ReadonlyArray<Column<unknown, never>>>(
      ...[
        [column.name, column.createdAt, column.heartbeatAt, column.runtime],
        [column.tags, column.readOnly, column.user],
      ],
    )
    const paths = fc.array(queryKey, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(queriedRun, { maxLength: 5 }), some, paths, (runs, fields, keys) => {
        const asked = [...fields, ...keys.map((key) => column.config(key)), ...keys.map((key) => column.summary(key))]
        const columns = Object.fromEntries(asked.map((column, place) => [`c${place}`, column]))
        const table = sent(runsToArrow(columns as never)(runs as never))
        return asked.every((column, place) =>
          runs.every((run, row) =>
            isSame(
              table.schema.fields[place],
              table.getChildAt(place)?.get(row),
              columnValue(column as never)(run as never),
            ),
          ),
        )
      }),
      { numRuns: caseCount(500) },
    )
  })
})

const rows = [
  { _step: 0, loss: 0.9, phase: 'warm', done: false, media: { _type: 'histogram', values: [1, Number.NaN] } },
  { _step: 2, loss: Number.NaN, phase: 'main', mixed: 1 },
  { _step: 5, '': 7, null: 8, mixed: 'NaN!', done: true },
]

const history = historyFromRows([...rows, 'no JSON'], { source: 'graphql', sampled: true })

describe('historyToArrow', () => {
  test('has the steps first, then a column a metric', () => {
    expect(historyToArrow(history).schema.names).toEqual(['_step', ...history.keys])
    expect(valuesOf(historyToArrow(history), '_step')).toEqual([0, 2, 5])
    expect(typeOf(historyToArrow(history), 'phase')).toBe('Dictionary<Int32, Utf8>')
    expect(typeOf(historyToArrow(history), 'done')).toBe('Bool')
  })

  test('NaN is a number, and values that were not logged are null', () => {
    expect(valuesOf(sent(historyToArrow(history)), 'loss')).toEqual([0.9, Number.NaN, null])
  })

  test('shares the numbers with the history', () => {
    const table = historyToArrow(history)
    const loss = history.columns['loss']
    expect(table.getChild('loss')?.data[0]?.values).toBe(loss?.values)
    expect(table.getChild('_step')?.data[0]?.values).toEqual(Int32Array.from(history.steps))
  })

  test('metrics of whole numbers are integers, as wide as they need', () => {
    const rows = [
      { _step: 2 ** 40, epoch: 1, tokens: 2 ** 40, zero: -0, loss: 1 },
      { _step: 2 ** 40 + 1, epoch: -2, tokens: -(2 ** 33) - 5, zero: 1, loss: 0.5 },
      { _step: 2 ** 40 + 2 },
    ]
    const table = historyToArrow(historyFromRows(rows))
    expect(['_step', 'epoch', 'tokens', 'zero', 'loss'].map((name) => typeOf(table, name))).toEqual([
      'Int64',
      'Int32',
      'Int64',
      'Float64',
      'Float64',
    ])
    expect(valuesOf(sent(table), 'tokens')).toEqual([2n ** 40n, -(2n ** 33n) - 5n, null])
    expect(valuesOf(sent(table), 'epoch')).toEqual([1, -2, null])
    expect(historyRows(historyFromArrow(sent(table)))).toEqual(rows)
  })

  test('of no rows is a table without rows', () => {
    const table = sent(historyToArrow(historyFromRows([])))
    expect(table.numRows).toBe(0)
    expect(table.schema.names).toEqual(['_step'])
  })

  test('is one batch, which any IPC reader accepts', () => {
    const reader = RecordBatchReader.from(tableToIPC(historyToArrow(history), 'file'))
    expect([...reader].map((batch) => batch.numRows)).toEqual([3])
  })
})

describe('historyFromArrow', () => {
  test.each(['file', 'stream'] as const)('restores a history from an IPC %s', (format) => {
    expect(historyFromArrow(sent(historyToArrow(history), format))).toEqual(history)
  })

  test('restores the same history directly, and shares the numbers', () => {
    const back = historyFromArrow(historyToArrow(history))
    expect(back).toEqual(history)
    const bufferOf = ({ columns }: History): unknown => {
      const loss = columns['loss']
      return loss?.type === 'number' ? loss.values.buffer : undefined
    }
    expect(bufferOf(history)).toBeDefined()
    expect(bufferOf(back)).toBe(bufferOf(history))
  })

  test('restores any history', () => {
    const cell = queryValue.filter((value) => value !== null)
    const row = fc.array(fc.tuple(queryKey, cell), { maxLength: 5 }).map((entries) => Object.fromEntries(entries))
    const rowsOf = (history: History): string =>
      JSON.stringify(historyRows(history), (_, value) => (Number.isNaN(value) ? 'NaN' : value))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const history = historyFromRows(rows, { step: 'row' })
        const back = historyFromArrow(sent(historyToArrow(history)))
        return rowsOf(back) === rowsOf(history) && back.keys.join() === history.keys.join()
      }),
      { numRuns: caseCount(500) },
    )
  })

  test('reads tables that others made: wide integers, several batches, any order, steps that come twice', () => {
    const part = (steps: ReadonlyArray<bigint>, loss: ReadonlyArray<number | null>): Table =>
      new Table({ _step: vectorFromArray(steps, new Int64()), loss: vectorFromArray(loss, new Float64()) })
    const table = part([5n, 0n], [0.5, null]).concat(part([5n, 9n], [0.25, Number.NaN]))
    expect(table.batches).toHaveLength(2)
    expect(historyRows(historyFromArrow(table))).toEqual([
      { _step: 0 },
      { _step: 5, loss: 0.25 },
      { _step: 9, loss: Number.NaN },
    ])
  })

  test('a row without a step is a failure', () => {
    const table = new Table({
      _step: vectorFromArray([0, null, Number.NaN], new Float64()),
      loss: vectorFromArray([1, 2, 3], new Float64()),
    })
    const back = historyFromArrow(table)
    expect(historyRows(back)).toEqual([{ _step: 0, loss: 1 }])
    expect(back.failures).toEqual([
      { path: ['_step'], expected: 'number', actual: 'undefined', index: 1 },
      { path: ['_step'], expected: 'number', actual: 'number', index: 2 },
    ])
  })

  test('without steps every row is a failure', () => {
    const back = historyFromArrow(tableFromArrays({ loss: Float64Array.of(1, 2) }))
    expect(back.length).toBe(0)
    expect(back.failures).toHaveLength(2)
  })

  test('has default metadata for a foreign table', () => {
    const { source, sampled, failures } = historyFromArrow(tableFromArrays({ _step: Float64Array.of(0) }))
    expect({ source, sampled, failures }).toEqual({ source: 'rows', sampled: false, failures: [] })
  })
})

test('strings too large for 32-bit offsets get 64-bit ones', () => {
  expect(String(textData(['ab', undefined, 'c'], 3).type)).toBe('Utf8')
  expect(String(textData(['ab', undefined, 'c'], 2).type)).toBe('LargeUtf8')
  expect([...textData(['ab', undefined, 'c'], 2).valueOffsets]).toEqual([0n, 2n, 2n, 3n])
})

test('writes a config of any depth as JSON', () => {
  const text = `${'['.repeat(20_000)}"NaN"${']'.repeat(20_000)}`
  const runs = [
    { config: { deep: JSON.parse(text.replace('"NaN"', '1')) as unknown, other: 1 } },
    { config: { deep: 1 } },
  ]
  expect(
    runsToArrow({ deep: column.config('deep') })(runs)
      .getChild('deep')
      ?.get(0),
  ).toBe(text.replace('"NaN"', '1'))
})
