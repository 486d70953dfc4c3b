import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { historyFromRows, historyRows } from 'wandb-run-ops/ops'
import type { History } from 'wandb-run-ops/types'
import { anyNumber, hostileString } from '../arbitraries/json.ts'

const rowsOf = (history: History): ReadonlyArray<unknown> => historyRows(history)

/** Names without a special meaning in a row. */
const key = hostileString.filter((name) => name !== '_step')

const value = fc.oneof(
  anyNumber,
  fc.boolean(),
  fc.string().filter((text) => !['NaN', 'Infinity', '-Infinity'].includes(text)),
  fc.array(anyNumber, { maxLength: 3 }),
)

const row = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.uniqueArray(fc.tuple(key, value), { selector: ([k]) => k, maxLength: 4 }))
  .map(([step, entries]) => Object.fromEntries([['_step', step], ...entries]) as Readonly<Record<string, unknown>>)

const bySteps = fc
  .uniqueArray(row, { selector: ({ _step }) => _step, maxLength: 8 })
  .map((rows) => [...rows].sort((a, b) => Number(a['_step']) - Number(b['_step'])))

describe('historyFromRows', () => {
  test('round-trips rows', () => {
    fc.assert(
      fc.property(bySteps, (rows) => {
        const back = rowsOf(historyFromRows(rows))
        return (
          back.length === rows.length &&
          back.every((one, index) => {
            const wanted = rows[index] ?? {}
            const got = one as Readonly<Record<string, unknown>>
            return (
              Object.keys(got).length === Object.keys(wanted).length &&
              Object.keys(wanted).every((name) => Object.hasOwn(got, name) && same(got[name], wanted[name]))
            )
          })
        )
      }),
    )
  })

  test('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(bySteps, (rows) => {
        const [one, other] = [rowsOf(historyFromRows(rows)), rowsOf(historyFromRows([...rows].reverse()))]
        return one.every((_, index) => sameRow(one[index], other[index]))
      }),
    )
  })

  test('reads rows and their JSON text alike', () => {
    const rows = [
      { _step: 0, loss: 0.5, note: 'a' },
      { _step: 3, loss: 1e-300 },
    ]
    expect(historyFromRows(rows.map((one) => JSON.stringify(one)))).toEqual(historyFromRows(rows))
  })

  test('has no rows if there are none', () => {
    expect(historyFromRows([])).toEqual({
      keys: [],
      length: 0,
      steps: new Float64Array(0),
      columns: {},
      source: 'rows',
      sampled: false,
      failures: [],
    })
  })

  test('makes a number column if all values are numbers, and records which rows have one', () => {
    const { columns, steps } = historyFromRows([{ _step: 1, loss: 0.5 }, { _step: 4 }, { _step: 9, loss: 0.25 }])
    expect([...steps]).toEqual([1, 4, 9])
    expect(columns['loss']).toEqual({
      type: 'number',
      values: new Float64Array([0.5, 0, 0.25]),
      present: new Uint8Array([1, 0, 1]),
    })
  })

  test('makes a value column if any value is not a number, from the first row', () => {
    const { columns } = historyFromRows([{ _step: 0, x: 1 }, { _step: 1 }, { _step: 2, x: 'two' }, { _step: 3, x: 3 }])
    expect(columns['x']).toEqual({ type: 'value', values: [1, undefined, 'two', 3] })
  })

  test.each(['"NaN"', 'NaN'])('reads %s as a number', (text) => {
    const { columns } = historyFromRows([`{"_step": 0, "loss": ${text}}`])
    expect(columns['loss']).toEqual({
      type: 'number',
      values: new Float64Array([Number.NaN]),
      present: new Uint8Array([1]),
    })
  })

  test('reads quoted infinities in a histogram as numbers', () => {
    const { columns } = historyFromRows([{ _step: 0, h: { _type: 'histogram', bins: ['-Infinity', 0, 'Infinity'] } }])
    expect(columns['h']?.values[0]).toEqual({
      _type: 'histogram',
      bins: [Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY],
    })
  })

  test('ignores null, and a metric without any other value', () => {
    const history = historyFromRows([{ _step: 0, loss: null, x: 1 }])
    expect(history.keys).toEqual(['x'])
    expect(rowsOf(history)).toEqual([{ _step: 0, x: 1 }])
  })

  test('gives nested metrics dotted names, as the server does', () => {
    const history = historyFromRows([
      { _step: 0, a: { b: 1, c: { d: [{ e: 2 }] } }, empty: {}, t: { _type: 'x', y: 1 } },
    ])
    expect(rowsOf(history)).toEqual([{ _step: 0, 'a.b': 1, 'a.c.d': [{ e: 2 }], empty: {}, t: { _type: 'x', y: 1 } }])
  })

  test('merges two rows with the same step, and the later value wins', () => {
    const history = historyFromRows([
      { _step: 5, loss: 1, a: 1 },
      { _step: 2, loss: 9 },
      { _step: 5, loss: 2, b: 3 },
    ])
    expect(rowsOf(history)).toEqual([
      { _step: 2, loss: 9 },
      { _step: 5, loss: 2, a: 1, b: 3 },
    ])
  })

  test('keeps metrics named like inherited properties', () => {
    const history = historyFromRows(['{"_step": 0, "__proto__": 1, "constructor": 2, "": 3}'])
    expect([...history.keys].sort()).toEqual(['', '__proto__', 'constructor'])
    expect(Object.getPrototypeOf(history.columns)).toBe(Object.prototype)
    expect(historyFromRows([{ _step: 0, x: 1 }]).columns['toString']).toBe(Object.prototype.toString)
    expect(Object.hasOwn(historyFromRows([{ _step: 0, x: 1 }]).columns, 'toString')).toBe(false)
  })

  test('reports unreadable rows, and keeps the others intact', () => {
    const deep = `{"_step": 7, "loss": 7, "deep": ${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}}`
    const history = historyFromRows([
      { _step: 0, loss: 0 },
      'no json',
      null,
      { loss: 1 },
      { _step: 'x', loss: 2 },
      deep,
      { _step: 8, loss: 8 },
    ])
    expect(rowsOf(history)).toEqual([
      { _step: 0, loss: 0 },
      { _step: 8, loss: 8 },
    ])
    expect(history.failures).toEqual([
      { path: [], expected: 'JSON object', actual: 'string', index: 1 },
      { path: [], expected: 'JSON object', actual: 'null', index: 2 },
      { path: ['_step'], expected: 'number', actual: 'undefined', index: 3 },
      { path: ['_step'], expected: 'number', actual: 'string', index: 4 },
      { path: [], expected: 'readable', actual: 'string', index: 5 },
    ])
  })

  test('numbers rows without a step on request', () => {
    const { steps, keys } = historyFromRows([{ 'system.cpu': 1 }, { 'system.cpu': 2 }], { step: 'row' })
    expect([...steps]).toEqual([0, 1])
    expect(keys).toEqual(['system.cpu'])
  })

  test('keeps only rows with any, or all, of the keys', () => {
    const rows = [
      { _step: 0, a: 1 },
      { _step: 1, b: 1 },
      { _step: 2, a: 2, b: 2 },
      { _step: 3, c: 3 },
    ]
    expect(rowsOf(historyFromRows(rows, { keys: ['b', 'a'] }))).toEqual(rows.slice(0, 3))
    expect(rowsOf(historyFromRows(rows, { keys: ['b', 'a'], require: 'all' }))).toEqual([{ _step: 2, a: 2, b: 2 }])
    expect(historyFromRows(rows, { keys: ['b', 'a', 'no'] }).keys).toEqual(['b', 'a'])
    expect(historyFromRows(rows, { keys: ['a', 'no'], require: 'all' })).toMatchObject({ length: 0, keys: [] })
  })

  test('is frozen, and does not modify the rows', () => {
    const rows = [{ _step: 0, a: 1, b: 'x' }]
    const history = historyFromRows(rows)
    expect(
      [history, history.keys, history.columns, history.failures, history.columns['a']].every(Object.isFrozen),
    ).toBe(true)
    expect(rows).toEqual([{ _step: 0, a: 1, b: 'x' }])
  })
})

function same(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((one, index) => Object.is(one, b[index]))
    : Object.is(a, b)
}

function sameRow(a: unknown, b: unknown): boolean {
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return (
    Object.keys(one).length === Object.keys(other).length &&
    Object.keys(one).every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
  )
}
