import { describe, expect, test } from 'vitest'
import { startSandbox } from '../../../sandbox/index.ts'
import { missing } from '../../../sandbox/json/lookup.ts'
import { readCursor, writeCursor } from '../../../sandbox/query/cursor.ts'
import { compareKeys, sortValue } from '../../../sandbox/query/order.ts'
import { names, pages } from '../client.ts'
import { run } from '../fixture.ts'

const ascending = [
  Number.NEGATIVE_INFINITY,
  -1,
  0.5,
  2,
  Number.POSITIVE_INFINITY,
  new Date(-1),
  new Date(1),
  '',
  '10',
  '9',
  'Z',
  'a',
  '😀',
  '\uffff',
  false,
  true,
  { a: 1 },
]

const compare = (one: unknown, other: unknown, descending = false): number =>
  compareKeys([{ descending, read: (value) => value }], [sortValue(one)], [sortValue(other)])

describe('orders', () => {
  test('numbers come before dates, dates before strings, then false, true and the rest', () => {
    for (const [at, one] of ascending.entries())
      for (const [index, other] of ascending.entries()) {
        expect(Math.sign(compare(one, other))).toBe(Math.sign(at - index))
        expect(Math.sign(compare(one, other, true)) + 0).toBe(Math.sign(index - at) + 0)
      }
  })

  test('all values of other types are equal', () => {
    for (const other of [{}, [], [1], { a: 2 }]) expect(compare({ a: 1 }, other)).toBe(0)
  })

  test('missing, null, NaN and invalid dates are last in both directions', () => {
    for (const none of [missing, null, undefined, Number.NaN, new Date(Number.NaN)])
      for (const descending of [false, true]) {
        for (const value of ascending) expect(compare(none, value, descending)).toBe(1)
        expect(compare(none, null, descending)).toBe(0)
      }
  })

  test('every sort key round-trips through a cursor', () => {
    const position = [...ascending, null].map(sortValue)
    expect(readCursor(writeCursor({ page: 1, position }))).toEqual({ page: 1, position })
  })

  test('are stable across pages; ties are ordered by creation time and then by id, ascending', async () => {
    const values = ['"b"', 'true', '[1]', '2', 'false', '"NaN"', '"a"', '{"x": 1}', '-1', 'null']
    const sandbox = await startSandbox({
      records: [
        ...values.map((value, at) => run(`r${at}`, { summaryMetrics: `{"m": ${value}}` })),
        run('early', { summaryMetrics: '{"m": [0]}', createdAt: '2026-01-01T00:00:00' }),
        run('unset'),
      ],
    })
    const up = ['r8', 'r3', 'r6', 'r0', 'r4', 'r1', 'early', 'r2', 'r7', 'r5', 'r9', 'unset']
    const down = ['early', 'r2', 'r7', 'r1', 'r4', 'r0', 'r6', 'r3', 'r8', 'r5', 'r9', 'unset']
    for (const [order, wanted] of [
      ['+summary_metrics.m', up],
      ['-summary_metrics.m', down],
    ] as const) {
      expect(await names(sandbox, { order, first: 99 })).toEqual(wanted)
      for (const first of [1, 4, 5]) expect((await pages(sandbox, { order, first })).flat()).toEqual(wanted)
    }
    await sandbox.close()
  })
})
