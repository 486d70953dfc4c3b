import { describe, expect, it } from 'vitest'
import { historyFromRows } from '../../../src/history/historyFromRows.ts'
import { mergeChunks } from '../../../src/history/mergeChunks.ts'
import { bin } from '../../../src/ops/history/bin.ts'
import { downsample } from '../../../src/ops/history/downsample.ts'
import { groupBand } from '../../../src/ops/history/groupBand.ts'
import { alignSteps } from '../../../src/ops/history/joinSeries.ts'
import { historySlice } from '../../../src/ops/history/slice.ts'
import { smooth } from '../../../src/ops/history/smooth.ts'
import { cumulative, rank } from '../../../src/ops/history/transforms.ts'
import { ordOf } from '../../../src/ops/match/ordOf.ts'
import { ordRunByConfig, ordRunBySummary } from '../../../src/ops/run/order.ts'
import { aggregate } from '../../../src/ops/runs/aggregate.ts'
import { bestRun } from '../../../src/ops/runs/bestRun.ts'
import { groupRunsBy } from '../../../src/ops/runs/groupRunsBy.ts'
import { joinRuns } from '../../../src/ops/runs/joinRuns.ts'
import { runTable } from '../../../src/ops/table/runTable.ts'
import { column } from '../../../src/query/columnBuilders.ts'
import { variance } from '../../../src/query/distribution.ts'
import { assertOptions, assertWord } from '../../../src/types/wire/argument.ts'

/** As plain JavaScript calls it. */
type Untyped = (...args: ReadonlyArray<unknown>) => unknown

const js = (call: unknown): Untyped => call as Untyped

const history = historyFromRows([{ _step: 0, loss: 1 }])
const series = { steps: Float64Array.of(0, 1), values: Float64Array.of(1, 2) }
const loss = column.summary('loss')

describe('a word that is none of those of an option', () => {
  it.each<readonly [string, () => unknown, string]>([
    ['alignSteps', () => js(alignSteps)([series], { how: 'inner' }), 'how of alignSteps must be one of "union"'],
    ['alignSteps', () => js(alignSteps)([series], { how: 'union', fill: 'prev' }), 'fill of alignSteps'],
    ['bestRun', () => js(bestRun)(loss, 'min'), 'goal of bestRun must be one of "minimize", "maximize", got "min".'],
    ['bestRun', () => js(bestRun)(loss), 'goal of bestRun'],
    ['cumulative', () => js(cumulative)(series, 'avg'), 'how of cumulative'],
    ['cumulative', () => js(js(cumulative)('maxx'))(series), 'Did you mean max?'],
    ['downsample', () => js(downsample)(series, { method: 'minmax', n: 3 }), 'Did you mean minMax?'],
    ['groupBand', () => js(groupBand)([series], { range: 'std', aggregate: 'mean' }), 'range of groupBand'],
    ['groupBand', () => js(groupBand)([series], { range: 'none', aggregate: 'avg' }), 'aggregate of groupBand'],
    ['joinRuns', () => js(joinRuns)(loss, 'right'), 'how of joinRuns'],
    ['ordOf', () => js(ordOf)([{ column: loss, direction: 'down' }]), 'direction of an order'],
    ['ordRunByConfig', () => js(ordRunByConfig)('lr', 'ASC'), 'Did you mean asc?'],
    ['ordRunBySummary', () => js(ordRunBySummary)('loss', 'descending'), 'direction of an order'],
    ['rank', () => js(rank)([series], 'up'), 'direction of rank'],
    ['smooth', () => js(smooth)(series, { type: 'ema', weight: 0.5 }), 'type of smooth'],
    ['historyFromRows', () => js(historyFromRows)([], { step: 'rows' }), 'Did you mean row?'],
    ['historyFromRows', () => js(historyFromRows)([], { keys: ['a'], require: 'every' }), 'require of a history'],
    ['mergeChunks', () => js(mergeChunks)([], { source: 'csv' }), 'source of a history'],
    ['aggregate', () => js(aggregate)({ loss: 'mean' }), 'Invalid aggregate: it must be an aggregate such as mean'],
    ['aggregate', () => js(aggregate)({ v: js(variance)(loss, 'all') }), '"sample" or "population"'],
    [
      'groupRunsBy',
      () => js(groupRunsBy)('state'),
      "Invalid column: it must be a column such as column.config('lr'), got string.",
    ],
    ['runTable', () => js(runTable)({ loss: 'summary.loss' }), 'loss must be a column such as'],
  ])('is a TypeError of %s that names the words', (_, call, message) => {
    expect(call).toThrow(TypeError)
    expect(call).toThrow(message)
  })
})

describe('options that are none', () => {
  it.each<readonly [string, () => unknown, string]>([
    [
      'one by one',
      () => js(historySlice)(history, 2, 5),
      'The range of historySlice must be an object of options (minStep, maxStep), got number.',
    ],
    ['one by one, data-last', () => js(js(historySlice)(2))(history), 'got number.'],
    ['a list', () => js(historySlice)(history, [2, 5]), 'got array.'],
    [
      'with other names',
      () => js(historySlice)(history, { min: 2 }),
      'The range of historySlice has no option min. The options are minStep, maxStep.',
    ],
    ['misspelled', () => js(historySlice)(history, { minstep: 2 }), 'Did you mean minStep or maxStep?'],
    ['of another function', () => js(smooth)(series, { type: 'exponential', wieght: 1 }), 'Did you mean weight?'],
    [
      'a number',
      () => js(bin)(series, 10),
      'The argument of bin must be an object of options (count, width), got number.',
    ],
    ['a word', () => js(downsample)(series, 'lttb'), 'got "lttb".'],
    ['a word', () => js(alignSteps)([series], 'union'), 'got "union".'],
    ['a list of keys', () => js(historyFromRows)([], ['loss']), 'got array.'],
  ])('are a TypeError: %s', (_, call, message) => {
    expect(call).toThrow(TypeError)
    expect(call).toThrow(message)
  })
})

describe('assertWord and assertOptions', () => {
  it('accept what they name', () => {
    expect(() => assertWord('how', 'sum', ['sum', 'mean'])).not.toThrow()
    expect(() => assertOptions('The argument', { a: 1, b: undefined }, ['a', 'b'])).not.toThrow()
  })

  it('show no more than the beginning of a long word, and only the type of another value', () => {
    expect(() => assertWord('how', 'x'.repeat(1_000), ['sum'])).toThrow(/got "x{50}"\.$/)
    expect(() => assertWord('how', { secret: 1 }, ['sum'])).toThrow('how must be one of "sum", got object.')
    expect(() => assertOptions('The argument', new Date(0), ['a'])).toThrow('got date.')
  })
})
