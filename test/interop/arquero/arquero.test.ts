import * as aq from 'arquero'
import { describe, expect, test } from 'vitest'
import { historyToArquero, registerArqueroOperations, tableToArquero, toArquero } from 'wandb-run-ops/arquero'
import * as ops from 'wandb-run-ops/ops'
import { historyFromRows, operations, runTable, tableRows } from 'wandb-run-ops/ops'
import { column } from 'wandb-run-ops/query'
import type { RunId } from 'wandb-run-ops/types'
import { evaluateFresh } from '../evaluateFresh.ts'

const createdAt = new Date('2026-11-21T10:00:00Z')

const runs = [
  {
    id: 'a1' as RunId,
    displayName: 'warm-fox',
    createdAt,
    config: { lr: 0.1, layers: [1, 2] },
    summary: { loss: 0.5 },
  },
  {
    id: 'b2' as RunId,
    displayName: undefined,
    createdAt,
    config: { lr: 1, layers: null },
    summary: { loss: Number.NaN },
  },
  { id: 'c3' as RunId, displayName: 'cold-fox', createdAt, config: { lr: 0.1 }, summary: {} },
]

const columns = {
  name: column.name,
  created: column.createdAt,
  lr: column.config('lr'),
  layers: column.config('layers'),
  loss: column.summary('loss'),
}

describe('toArquero', () => {
  const table = toArquero(columns)(runs)

  test('has a column a name, in the order of the names, and a row a run', () => {
    expect(table.columnNames()).toEqual(Object.keys(columns))
    expect(table.numRows()).toBe(3)
  })

  test('has the values of the records, times as dates, and undefined for missing values', () => {
    expect(table.array('name')).toEqual(['warm-fox', 'b2', 'cold-fox'])
    expect(table.array('created')).toEqual([createdAt, createdAt, createdAt])
    expect(table.array('layers')).toEqual([[1, 2], null, undefined])
    expect(table.array('loss')).toEqual([0.5, Number.NaN, undefined])
  })

  test("Arquero's aggregates skip missing values and NaN", () => {
    const statistics = table.rollup({ mean: 'op.mean(d.loss)', valid: 'op.valid(d.loss)', rows: 'op.count()' })
    expect(statistics.objects()).toEqual([{ mean: 0.5, valid: 1, rows: 3 }])
  })

  test('groups as Arquero groups', () => {
    const counts = table.groupby('lr').count()
    expect(counts.objects()).toEqual([
      { lr: 0.1, count: 2 },
      { lr: 1, count: 1 },
    ])
  })

  test('of no runs is a table with columns but no rows', () => {
    expect(toArquero(columns)([]).numRows()).toBe(0)
    expect(toArquero(columns)([]).columnNames()).toEqual(Object.keys(columns))
  })

  test.each(['__proto__', '', 'constructor', 'a.b', '0', '🚀', `it's "so"`, 'toString'])(
    'supports a column named %j',
    (name) => {
      const table = toArquero(
        Object.fromEntries([
          [name, column.id],
          ['other', column.config('lr')],
        ]),
      )(runs)
      expect(table.columnNames()).toContain(name)
      expect(table.array(name)).toEqual(['a1', 'b2', 'c3'])
      expect(table.derive({ twice: `d => d[${JSON.stringify(name)}] + '!'` }).array('twice')).toEqual([
        'a1!',
        'b2!',
        'c3!',
      ])
    },
  )
})

test('tableToArquero refuses runs that are not a table', () => {
  expect(() => tableToArquero([] as never)).toThrow('runTable(runs)')
})

describe('tableToArquero', () => {
  const at = new Date(0)
  const configs = [
    { x: 0.5, n: 1, gap: 1, text: 'adam', ok: true, at, list: ['a'], mixed: 1 },
    { x: Number.NaN, n: 2, gap: null, text: null, ok: null, at: null, list: null, mixed: null },
    { x: 2.5, n: 3, text: 'sgd', ok: false, at, list: [], mixed: 'one' },
    { x: 3.5, n: 4 },
  ]
  const columns = Object.fromEntries(Object.keys(configs[0] ?? {}).map((name) => [name, column.config(name)]))
  const made = runTable(
    configs.map((config) => ({ config })),
    columns,
  )
  const table = tableToArquero(made)

  test('has the values of the rows: missing values are undefined, and null is null', () => {
    expect(table.objects()).toEqual(tableRows(made))
    for (const name of made.names)
      expect(Array.from(table.array(name))).toEqual(tableRows(made).map((row) => row[name]))
    expect(table.array('gap')).toEqual([1, null, undefined, undefined])
    expect(table.array('text')).toEqual(['adam', null, 'sgd', undefined])
  })

  test('shares numbers that every row has', () => {
    expect(table.column('x')).toBe(made.columns['x']?.type === 'number' && made.columns['x'].values)
    expect(table.column('n')).toBe(made.columns['n']?.type === 'integer' && made.columns['n'].values)
  })

  test('works with the verbs of Arquero', () => {
    expect(table.filter('d.gap === 1').count().get('count')).toBe(1)
    expect(table.rollup({ n: 'op.valid(d.gap)', sum: 'op.sum(d.n)', texts: 'op.distinct(d.text)' }).objects()).toEqual([
      { n: 1, sum: 10, texts: 3 },
    ])
    expect(table.groupby('text').count().array('text')).toEqual(['adam', null, 'sgd', undefined])
    expect(table.orderby(aq.desc('n')).reify().array('text')).toEqual([undefined, 'sgd', null, 'adam'])
    expect(table.join(table, 'n').numRows()).toBe(4)
    expect(table.concat(table).array('gap')).toHaveLength(8)
    expect(table.select('mixed').slice(0, 3).array('mixed')).toEqual([1, null, 'one'])
  })
})

test('toArquero without columns has the light fields and every key of any config and summary', () => {
  expect(toArquero(runs).columnNames()).toEqual(runTable(runs).names)
  expect(toArquero(runs).array('config.lr')).toEqual([0.1, 1, 0.1])
})

describe('historyToArquero', () => {
  const history = historyFromRows([
    { _step: 0, 'val/loss': 0.9, loss: 1, phase: 'warm' },
    { _step: 5, loss: Number.NaN },
    { _step: 9, 'val/loss': 0.4, loss: 3 },
  ])
  const table = historyToArquero(history)

  test('has the steps first, then a column a metric', () => {
    expect(table.columnNames()).toEqual(['_step', 'val/loss', 'loss', 'phase'])
    expect(Array.from(table.array('_step'))).toEqual([0, 5, 9])
    expect(table.array('phase')).toEqual(['warm', undefined, undefined])
  })

  test('values that were not logged are undefined, and NaN stays NaN', () => {
    expect(table.array('val/loss')).toEqual([0.9, undefined, 0.4])
    expect(Array.from(table.array('loss'))).toEqual([1, Number.NaN, 3])
  })

  test('shares the steps and the metrics that every row has', () => {
    expect(table.column('_step')).toBe(history.steps)
    expect(table.column('loss')).toBe(history.columns['loss']?.values)
  })

  test('of no rows has no rows', () => {
    expect(historyToArquero(historyFromRows([])).numRows()).toBe(0)
  })

  test('works with the verbs of Arquero', () => {
    const least = table.filter("d => d['val/loss'] < 0.5").select('_step').objects()
    expect(least).toEqual([{ _step: 9 }])
  })
})

describe('registerOperations', () => {
  const names = registerArqueroOperations(aq)

  test('registers every operation under the name of its function', () => {
    expect(names).toHaveLength(operations.length)
    names.forEach((name, place) => {
      expect((ops as Readonly<Record<string, unknown>>)[name]).toBe(operations[place]?.call)
    })
  })

  test('does not use a name of Arquero', async () => {
    const builtIn = await evaluateFresh('arquero', 'Object.keys(module.op)')
    expect(builtIn).toContain('mean')
    expect(names.filter((name) => builtIn.includes(name))).toEqual([])
  })

  test('has no further effect the second time', () => {
    expect(registerArqueroOperations(aq)).toEqual(names)
  })

  test('registers operations for expressions, as strings and as functions', () => {
    const { op } = aq as unknown as { readonly op: typeof ops }
    const table = aq.table({ run: runs }).derive({
      text: "op.runConfigAt(d.run, ['lr'])",
      arrow: "d => runConfigAt(d.run, ['lr'])",
      written: (d: { readonly run: (typeof runs)[number] }) => op.runConfigAt(d.run, ['lr']),
      name: 'op.runName(d.run)',
    })
    expect(table.array('text')).toEqual([0.1, 1, 0.1])
    expect(table.array('arrow')).toEqual([0.1, 1, 0.1])
    expect(table.array('written')).toEqual([0.1, 1, 0.1])
    expect(table.array('name')).toEqual(['warm-fox', 'b2', 'cold-fox'])
  })

  test('registers operations for filters, groups and aggregates', () => {
    const groups = aq
      .table({ run: runs })
      .filter('op.runName(d.run) !== "b2"')
      .groupby({ lr: "op.runConfigAt(d.run, ['lr'])" })
      .rollup({ names: 'op.array_agg(op.runName(d.run))' })
    expect(groups.objects()).toEqual([{ lr: 0.1, names: ['warm-fox', 'cold-fox'] }])
  })

  test('does not replace another function without override', () => {
    const taken = new Map<string, unknown>([['runName', () => 'mine']])
    const registry = {
      addFunction: (name: string, fn: unknown, options: { readonly override?: boolean } = {}) => {
        if (taken.has(name) && options.override !== true) throw new Error(`${name} is already defined`)
        taken.set(name, fn)
      },
    }
    expect(() => registerArqueroOperations(registry)).toThrow('runName is already defined')
    registerArqueroOperations(registry, { override: true })
    expect(taken.get('runName')).toBe(ops.runName)
  })
})

test('toArquero takes columns before and after the runs', () => {
  expect(toArquero(runs, { lr: column.config('lr') }).objects()).toEqual([{ lr: 0.1 }, { lr: 1 }, { lr: 0.1 }])
})
