import { describe, expect, test } from 'vitest'
import type { Filter } from 'wandb-run-ops/query'
import * as queries from 'wandb-run-ops/query'

const { and, column, eq, everything, gt, gte, isIn, not, nothing, or } = queries
const a = eq(column.state, 'a')
const b = gt(column.config('lr'), 0.01)
const c = queries.exists(column.summary('val/loss'))
const noon = new Date('2026-11-21T12:00:00Z')

describe('describe', () => {
  test.each<[Filter, string]>([
    [everything, 'every run'],
    [nothing, 'no run'],
    [not(everything), 'no run'],
    [not(nothing), 'every run'],
    [a, 'state is "a"'],
    [not(a), 'state is not "a"'],
    [b, 'config.lr > 0.01'],
    [not(b), 'not config.lr > 0.01'],
    [c, 'summary["val/loss"] exists'],
    [not(c), 'summary["val/loss"] does not exist'],
    [and(a, b, c), 'state is "a" and config.lr > 0.01 and summary["val/loss"] exists'],
    [or(and(a, b), c), 'state is "a" and config.lr > 0.01 or summary["val/loss"] exists'],
    [and(or(a, b), c), '(state is "a" or config.lr > 0.01) and summary["val/loss"] exists'],
    [and(a, not(or(b, c))), 'state is "a" and not (config.lr > 0.01 or summary["val/loss"] exists)'],
    [{ _tag: 'And', filters: [{ _tag: 'Or', filters: [a] }, b] }, 'state is "a" and config.lr > 0.01'],
    [{ _tag: 'Not', filter: not(a) }, 'state is "a"'],
    [gte(column.createdAt, noon), 'createdAt >= 2026-11-21T12:00:00.000Z'],
    [gt(column.createdAt, new Date(Number.NaN)), 'createdAt > "Invalid Date"'],
    [eq(column.heartbeatAt, null), 'heartbeatAt is null'],
    [isIn(column.config('a b', 'x'), [1, 'b', null]), 'config["a b"].x is in [1, "b", null]'],
    [not(isIn(column.id, [])), 'id is not in []'],
    [eq(column.config('a'), { lr: [Number.NaN, true] }), 'config.a is {"lr": [NaN, true]}'],
    [queries.contains(column.notes, 'a "b"'), 'notes contains "a \\"b\\""'],
    [not(queries.contains(column.notes, 'a')), 'notes does not contain "a"'],
    [queries.matchesPattern(column.name, /^a\/b$/i), 'name matches /^a\\/b$/i'],
    [not(queries.matchesPattern(column.name, /a/)), 'name does not match /a/'],
    [{ _tag: 'Matches', column: column.name, pattern: { source: '(', flags: '' } }, 'name matches "("'],
    [gt(column.history('val/loss').min, 1), 'history["val/loss"].min > 1'],
    [queries.exists(column.systemMetrics('gpu')), 'systemMetrics.gpu exists'],
  ])('describes %j', (filter, text) => {
    expect(queries.describeFilter(filter)).toBe(text)
  })
})
