import { describe, expect, test } from 'vitest'
import { asked, typeAsked } from './asked.ts'
import { someRun } from './someRuns.ts'

const table = { _type: 'table', columns: ['p', 'q'], data: [[1, 2], [3], null] }
const file = { _type: 'table-file', path: 'media/table/t.table.json', ncols: 2, nrows: 9 }
const IN_A_FILE = 'EvaluationError: This table is stored in a file of the run, and expressions do not read files.'

describe('rows', () => {
  test('are dicts keyed by column name, with null for missing cells and rows', () => {
    expect(asked('t.rows', { t: table })).toEqual([{ p: 1, q: 2 }, { p: 3, q: null }, null])
    expect(typeAsked('t.rows', { t: table })).toBe('maybe<list<maybe<dict>>>')
  })

  test('have the last of the columns with the same name, and a column named __proto__', () => {
    expect(asked('t.rows', { t: { columns: ['p', 'p', 7], data: [[1, 2, 3]] } })).toEqual([{ p: 2, 7: 3 }])
    const [row] = asked('t.rows', { t: { columns: ['__proto__'], data: [[1]] } }) as ReadonlyArray<object>
    expect(Object.entries(row ?? {})).toEqual([['__proto__', 1]])
  })

  test('of a dict that is not a table are null', () => {
    expect(asked('t.rows', { t: { a: 1 } })).toBe(null)
    expect(asked('t.table', { t: { a: 1 } })).toBe(null)
  })

  test('are shadowed by an entry of that name', () => {
    expect(asked('t.rows', { t: { rows: 5 } })).toBe(5)
  })

  test('of the tables of runs concatenate to one list, where each row has its run', () => {
    const runs = [someRun('a', {}, { t: table }), null, someRun('b', {}, { t: { columns: ['p'], data: [[5]] } })]
    const text =
      'runs.summary["t"].table.rows.concat.dropna.map((row) => {p: row["p"], run: row.run.name, in: row.project.name})'
    expect(asked(text, { runs })).toEqual([
      { p: 1, run: 'run a', in: 'vision' },
      { p: 3, run: 'run a', in: 'vision' },
      { p: 5, run: 'run b', in: 'vision' },
    ])
  })
})

describe('columns', () => {
  test('are the names', () => {
    expect(asked('t.columns', { t: table })).toEqual(['p', 'q'])
  })
})

describe('a table in a file', () => {
  test.each(['table', 'rows', 'columns', 'table.rows'])('is a failure with a hint: %s', (name) => {
    expect(asked(`t.${name}`, { t: file })).toBe(IN_A_FILE)
    expect(asked(`runs.summary["t"].${name}`, { runs: [someRun('a', {}, { t: file })] })).toBe(IN_A_FILE)
  })

  test('is a dict like any other for the rest', () => {
    expect(asked('t["nrows"]', { t: file })).toBe(9)
  })
})
