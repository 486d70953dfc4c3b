import { describe, expect, test } from 'vitest'
import { buildColumn, chunkRows, clearCell, columnBuilder, setCell } from '../../src/history/chunkRows.ts'

test('is a number column as long as only numbers are added', () => {
  const column = columnBuilder('a', 4)
  setCell(column, 0, 1)
  setCell(column, 2, Number.NaN)
  expect(buildColumn(column, 3)).toEqual({
    type: 'number',
    values: new Float64Array([1, 0, Number.NaN]),
    present: new Uint8Array([1, 0, 1]),
  })
})

test('keeps the numbers when another type of value is added', () => {
  const column = columnBuilder('a', 4)
  setCell(column, 0, 1)
  setCell(column, 2, 'x')
  setCell(column, 3, 4)
  expect(buildColumn(column, 4)).toEqual({ type: 'value', values: [1, undefined, 'x', 4] })
})

test('clears a value of any type', () => {
  const column = columnBuilder('a', 2)
  setCell(column, 0, 1)
  clearCell(column, 0)
  expect(buildColumn(column, 1)).toMatchObject({ present: new Uint8Array([0]) })
  setCell(column, 1, 'x')
  clearCell(column, 1)
  expect(buildColumn(column, 2)).toEqual({ type: 'value', values: [undefined, undefined] })
})

describe('rowChunk', () => {
  test('keeps rows in input order, with repeated steps', () => {
    const { steps, columns } = chunkRows([
      { _step: 3, a: 1 },
      { _step: 1, a: 2 },
      { _step: 3, a: 3 },
    ])
    expect([...steps]).toEqual([3, 1, 3])
    expect([...(columns.get('a')?.values ?? [])]).toEqual([1, 2, 3])
  })

  test('accepts any iterable', () => {
    function* rows() {
      yield { _step: 0, a: 1 }
      yield '{"_step": 1, "a": 2}'
    }
    expect([...chunkRows(rows()).steps]).toEqual([0, 1])
  })

  test('reads rows whose metrics change from one to the next', () => {
    const { columns } = chunkRows([
      { _step: 0, a: 1, b: 2 },
      { b: 3, _step: 1 },
      { c: 4, a: 5, _step: 2, b: 6 },
    ])
    expect([...columns.keys()]).toEqual(['a', 'b', 'c'])
    expect([...(columns.get('b')?.values ?? [])]).toEqual([2, 3, 6])
    expect(columns.get('a')).toMatchObject({ present: new Uint8Array([1, 0, 1]) })
  })

  test('reads only the given metrics, nested ones by their dotted names', () => {
    const rows = [{ _step: 0, a: 1, b: { c: 2, d: 3 }, 'b.c': 9 }]
    expect([...chunkRows(rows, { keys: ['b.d'] }).columns.keys()]).toEqual(['b.d'])
    expect([...chunkRows(rows, { keys: [] }).columns.keys()]).toEqual([])
  })

  test('ignores inherited properties', () => {
    const row: object = Object.assign(Object.create({ inherited: 1 }), { _step: 0, own: 2 })
    expect([...chunkRows([row]).columns.keys()]).toEqual(['own'])
    expect(chunkRows([Object.create({ _step: 0 })]).failures.length).toBe(1)
  })

  test('ignores properties of Object.prototype, for JSON text too', () => {
    const inherited = { value: 1, enumerable: true, configurable: true, writable: true }
    Object.defineProperty(Object.prototype, 'inherited', inherited)
    const { columns } = chunkRows(['{"_step": 0, "own": 2}'])
    Reflect.deleteProperty(Object.prototype, 'inherited')
    expect([...columns.keys()]).toEqual(['own'])
  })

  test('adds nothing of a row that fails halfway', () => {
    const row = {
      _step: 1,
      a: 5,
      b: {
        get c() {
          throw new Error('no')
        },
      },
    }
    const { steps, columns, failures } = chunkRows([{ _step: 0, a: 1 }, row, { _step: 2 }])
    expect([...steps]).toEqual([0, 2])
    expect(columns.get('a')).toMatchObject({ present: new Uint8Array([1, 0]) })
    expect(failures).toEqual([{ path: [], expected: 'readable', actual: 'object', index: 1 }])
  })
})
