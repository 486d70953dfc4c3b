import { expect, test } from 'vitest'
import { readColumns } from '../../../cli/columns/readColumns.ts'
import { selectionFor } from '../../../cli/columns/selectionFor.ts'
import { runRow } from '../../../cli/rows/runRow.ts'
import type { RunLight } from '../../../src/types/index.ts'

const run = {
  id: 'r0',
  displayName: undefined,
  createdAt: new Date('2026-03-01T10:00:00Z'),
  config: {
    encoder: ['linear'],
    layers: [64, 32],
    nested: [{ units: 8 }],
    ids: { '0': 'zero', '-1': 'minus' },
    'a.b': 'key',
    a: { b: 'path' },
    lr: { value: 0.1 },
    '': 'empty',
    ...JSON.parse('{"__proto__": {"x": 1}}'),
  },
  summary: { acc: 0.5, 'val/loss': 1, 'a,b': 2, '🚀': 3, nan: null },
  systemMetrics: { 'system.gpu.0.temp': 60 },
} as unknown as RunLight

const cells = (text: string): unknown => runRow(readColumns([text]))(run)

test.each([
  ['createdAt.byMonth', new Date('2026-03-01T00:00:00Z')],
  ['created_at.byDay("America/New_York")', new Date('2026-03-01T05:00:00Z')],
  ['config["encoder"]["0"]', 'linear'],
  ['config.encoder.0', 'linear'],
  ['config.layers.1', 32],
  ['config.layers[1]', 32],
  ['config.nested.0.units', 8],
  ['config.nested.units', undefined],
  ['config.layers.-1', undefined],
  ['config.layers.length', undefined],
  ['config.layers.2', undefined],
  ['config.ids.0', 'zero'],
  ['config.ids.-1', 'minus'],
  ['config.a.b', 'key'],
  ['config["a"]["b"]', 'path'],
  ['config.lr.value', 0.1],
  ['config["lr"]["value"]', 0.1],
  ['config.layers.value', [64, 32]],
  ['config[""]', 'empty'],
  ['config.__proto__.x', 1],
  ['config.constructor', undefined],
  ['summary["a,b"]', 2],
  ['summary.🚀', 3],
  ['summary.nan', null],
  ['summary_metrics.acc', 0.5],
  ["summary_metrics['val/loss']", 1],
  ['systemMetrics.system.gpu.0.temp', 60],
  ['created_at', new Date('2026-03-01T10:00:00Z')],
  ['name', 'r0'],
])('the cell of %s is %j, under that name', (name, value) => {
  expect(cells(name)).toEqual([[name, value]])
})

test('columns are separated by commas outside of brackets', () => {
  expect(cells('id, summary["a,b"],summary.acc,')).toEqual([
    ['id', 'r0'],
    ['summary["a,b"]', 2],
    ['summary.acc', 0.5],
  ])
})

test('a dict stands for all of its entries', () => {
  for (const text of ['summary', 'summary.*'])
    expect(cells(text)).toEqual([
      ['summary.acc', 0.5],
      ['summary.val/loss', 1],
      ['summary["a,b"]', 2],
      ['summary.🚀', 3],
      ['summary.nan', null],
    ])
})

test('a selection has every key that a column may read', () => {
  expect(selectionFor(readColumns(['config.a.b,config.lr.value,summary["x.y"]']))).toEqual({
    fields: ['config', 'summary'],
    keys: { config: ['a.b', 'a', 'lr.value', 'lr'], summary: ['x.y'] },
  })
})

test.each([
  ['stat', /Did you mean state\?/],
  ['acc', /A logged value is summary\.acc/],
  ['config.', /is malformed/],
  ['config.a.*', /has \* for a key/],
  ['config.layers[-1]', /negative index/],
  ['history.loss.min', /needs the history of every run/],
  ['', /must name at least one column/],
])('refuses %j', (text, message) => {
  expect(() => readColumns([text])).toThrow(message)
})
