import { expect, test } from 'vitest'
import { runTable } from '../../../src/ops/table/runTable.ts'
import { tableToCsv } from '../../../src/ops/table/tableToCsv.ts'
import { column } from '../../../src/query/columnBuilders.ts'

const csvOf = (...values: ReadonlyArray<unknown>): string =>
  tableToCsv(
    runTable(
      values.map((a) => ({ config: { a } })),
      { a: column.config('a') },
    ),
  )

test('quotes what has a quote, a comma, a line break or space at an end', () => {
  expect(csvOf('plain', 'a,b', 'say "so"', 'a\nb', ' a', '', 'plain', '=1+1')).toBe(
    'a\nplain\n"a,b"\n"say ""so"""\n"a\nb"\n" a"\n""\nplain\n=1+1\n',
  )
  const named = runTable([{ config: {} }], { ['a,b']: column.config('a'), c: column.config('c') })
  expect(tableToCsv(named)).toBe('"a,b",c\n,\n')
})

test('has numbers in full, times in UTC, and JSON for lists and dicts', () => {
  const { NaN: nan, NEGATIVE_INFINITY: minusInf } = Number
  expect(csvOf(0.1, 1e21, nan, minusInf, -0)).toBe('a\n0.1\n1e+21\nNaN\n-Infinity\n-0\n')
  expect(csvOf(new Date(0), new Date(nan))).toBe('a\n1970-01-01T00:00:00.000Z\n""\n')
  expect(csvOf(['x', 1], { b: nan }, 'text', true)).toBe('a\n"[""x"",1]"\n"{""b"":""NaN""}"\ntext\ntrue\n')
})

test('a missing value and null are empty, and so that no line is, the only cell of one is quoted', () => {
  expect(csvOf(1, undefined, null)).toBe('a\n1\n""\n""\n')
  expect(csvOf('a', undefined, null)).toBe('a\na\n""\n""\n')
})
