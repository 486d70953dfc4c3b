import type { Line } from '../../sandbox/index.ts'
import { run } from '../sandbox/fixture.ts'

const history = ['{"_step":0,"loss":0.5,"note":"a"}', '{"_step":7,"loss":NaN}', '{"_step":9,"acc":1,"loss":0.25}']

const keys = {
  lastStep: 9,
  keys: Object.fromEntries(
    ['_step', 'loss', 'note', 'acc'].map((key) => [
      key,
      { typeCounts: [{ type: 'number', count: 1 }], monotonic: false, previousValue: 0 },
    ]),
  ),
}

/** Runs with values that are hard for file and table writers. */
export const lines: ReadonlyArray<Line> = [
  { kind: 'user', username: 'ada', name: 'Ada', email: 'ada@example.com' },
  run('plain', {
    displayName: 'plain',
    config: '{"lr":{"value":0.1},"mixed":{"value":1},"note":{"value":"one"},"flag":{"value":true}}',
    summaryMetrics: '{"acc":0.5,"val/loss":1,"a.b":3,"a":{"b":4}}',
    history,
    historyKeys: keys,
    createdAt: '2026-03-01T10:00:00',
  }),
  run('comma', {
    displayName: 'a, "quoted"\nname',
    config: '{"lr":{"value":-0.0},"mixed":{"value":"text"},"note":{"value":""},"flag":{"value":false}}',
    summaryMetrics: '{"acc":NaN,"val/loss":Infinity}',
    createdAt: '2026-03-01T10:01:00',
  }),
  run('formula', {
    displayName: '=cmd|x',
    config: '{"mixed":{"value":{"deep":[1,NaN]}},"note":{"value":"line\\u2028separator"}}',
    summaryMetrics: '{"acc":0.25}',
    createdAt: '2026-03-01T10:02:00',
  }),
  run('escape', {
    displayName: '\u001b[31mred 日本語',
    config: '{"lr":{"value":1e-7},"note":{"value":"x"}}',
    summaryMetrics: '{"acc":0.123456789}',
    createdAt: '2026-03-01T10:03:00',
  }),
]

/** An unreadable run. */
export const broken: Line = run('broken', { createdAt: 'yesterday' })
