import { describe, expect, test } from 'vitest'
import { printTable } from '../../../src/ops/table/printTable.ts'
import { runTable } from '../../../src/ops/table/runTable.ts'
import { textWidth } from '../../../src/ops/table/terminalText.ts'
import { column } from '../../../src/query/columnBuilders.ts'

const tableOf = (rows: ReadonlyArray<Readonly<Record<string, unknown>>>) =>
  runTable(
    rows.map((config) => ({ config })),
    Object.fromEntries([...new Set(rows.flatMap(Object.keys))].map((key) => [key, column.config(key)])),
  )

test('aligns numbers to the right and the rest to the left', () => {
  const table = tableOf([
    { name: 'a', loss: 0.123456789, steps: 1_000_000, at: new Date('2026-01-02T03:04:05.678Z'), ok: true },
    { name: 'longer', loss: 12, steps: 3, at: undefined, ok: null },
  ])
  expect(printTable(table)).toBe(
    [
      'name        loss    steps  at                   ok',
      'a       0.123457  1000000  2026-01-02 03:04:05  true',
      'longer        12        3  –                    null',
    ].join('\n'),
  )
})

test('has all digits before the point, and significant ones after it', () => {
  const { NaN: nan, POSITIVE_INFINITY: inf } = Number
  const values = [1234567.8, 1e-9 / 3, 1e21 + 0.5, nan, inf, -0.5, 1 / 3]
  const shown = (digits?: number) =>
    printTable(tableOf(values.map((v) => ({ v }))), { digits })
      .split('\n')
      .map((line) => line.trim())
  expect(shown()).toEqual(['v', '1234568', '3.33333e-10', '1e+21', 'NaN', 'Infinity', '-0.5', '0.333333'])
  expect(shown(2).at(-1)).toBe('0.33')
  expect(shown(Number.POSITIVE_INFINITY).at(-1)).toBe('0.3333333333333333')
})

test('says which types the columns have', () => {
  const table = tableOf([{ tags: ['a'], dims: [[1]], mixed: 1, n: 1 }, { mixed: { a: 'x' } }])
  expect(printTable(table, { types: true })).toBe(
    [
      'tags          dims                     mixed            n',
      'list of text  list of list of integer  json       integer',
      '["a"]         [[1]]                    1                1',
      '–             –                        {"a":"x"}        –',
    ].join('\n'),
  )
})

describe('a long table', () => {
  const table = tableOf(Array.from({ length: 10_000 }, (_, row) => ({ row })))

  test('has its first and last rows', () => {
    const lines = printTable(table).split('\n')
    expect(lines).toHaveLength(22)
    expect(lines.slice(9, 13).map((line) => line.trim())).toEqual(['8', '9', '… 9,980 more rows', '9990'])
    expect(printTable(table, { maxRows: 9_999 })).toContain('… 1 more row\n')
    expect(printTable(table, { maxRows: 1 }).split('\n')).toEqual(['row', '  0', '… 9,999 more rows'])
    expect(printTable(table, { maxRows: Number.POSITIVE_INFINITY }).split('\n')).toHaveLength(10_001)
  })
})

describe('a wide table', () => {
  const wide = tableOf([Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`column${at}`, 'x'.repeat(200)]))])

  test('has columns that are cut, and names those that do not fit', () => {
    const lines = printTable(wide, { maxWidth: 60, hidden: 'end' }).split('\n')
    expect(lines.every((line) => textWidth(line) <= 60)).toBe(true)
    expect(lines).toEqual([
      'column0        column1        column2        column3',
      `${'x'.repeat(12)}…  ${'x'.repeat(12)}…  ${'x'.repeat(12)}…  ${'x'.repeat(12)}…`,
      '… 46 more columns: column4, column5, column6, column7, colu…',
    ])
  })

  test('has its first and last columns, where the ones in the middle do not fit', () => {
    expect(printTable(wide, { maxWidth: 60 }).split('\n')).toEqual([
      'column0        column1        column48       column49',
      `${'x'.repeat(12)}…  ${'x'.repeat(12)}…  ${'x'.repeat(12)}…  ${'x'.repeat(12)}…`,
      '… 46 more columns: column2, column3, column4, column5, colu…',
    ])
    expect(printTable(wide, { maxWidth: 5 }).split('\n')[0]).toBe('colu…')
    // @ts-expect-error there is no such word
    expect(() => printTable(wide, { hidden: 'start' })).toThrow('hidden of printTable must be one of "end", "middle"')
  })

  test('has columns of 40 characters at most, unless more are asked for', () => {
    expect(printTable(tableOf([{ a: 'x'.repeat(50) }])).split('\n')[1]).toBe(`${'x'.repeat(39)}…`)
    expect(printTable(tableOf([{ a: 'x'.repeat(50) }]), { maxColumnWidth: 60 }).split('\n')[1]).toBe('x'.repeat(50))
  })
})

test('measures wide characters, and shows control characters', () => {
  const table = tableOf([
    { name: '学習', lr: 1 },
    { name: 'a\n\u001b[31m', lr: 2 },
  ])
  expect(printTable(table)).toBe(['name     lr', '学習      1', 'a␊␛[31m   2'].join('\n'))
})

test('paints the cells of rows, which stay aligned', () => {
  const table = tableOf([
    { state: 'ok', n: 1 },
    { state: 'crashed', n: 22 },
  ])
  const paint = (text: string, name: string): string => (name === 'state' ? `<${text}>` : text)
  expect(printTable(table, { paint })).toBe(['state     n', '<ok     >   1', '<crashed>  22'].join('\n'))
})

test('a table without rows, or without columns, says so', () => {
  expect(printTable(runTable([], { lr: column.config('lr') }))).toBe('lr\n(no rows)')
  expect(printTable(runTable([{ config: {} }], {}))).toBe('(no columns)')
})

test('refuses options that are none', () => {
  const table = tableOf([{ a: 1 }])
  expect(() => printTable(table, { maxRow: 3 } as never)).toThrow(
    'printTable has no option maxRow. Did you mean maxRows?',
  )
  expect(() => printTable(table, { maxWidth: 0 })).toThrow(
    'The options of printTable: maxWidth must be a positive integer, or Infinity, got 0.',
  )
  expect(() => printTable(table, { paint: 'red' } as never)).toThrow(
    'The options of printTable: paint must be a function, got string.',
  )
})
