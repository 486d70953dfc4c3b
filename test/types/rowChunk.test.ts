import { describe, expect, test } from 'vitest'
import { rowChunk } from '../../src/types/rowChunk.ts'

describe('rowChunk', () => {
  test('keeps rows in input order, with repeated steps', () => {
    const { steps, columns } = rowChunk([
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
    expect([...rowChunk(rows()).steps]).toEqual([0, 1])
  })

  test('reads rows whose metrics change from one to the next', () => {
    const { columns } = rowChunk([
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
    expect([...rowChunk(rows, { keys: ['b.d'] }).columns.keys()]).toEqual(['b.d'])
    expect([...rowChunk(rows, { keys: [] }).columns.keys()]).toEqual([])
  })

  test('ignores inherited properties', () => {
    const row: object = Object.assign(Object.create({ inherited: 1 }), { _step: 0, own: 2 })
    expect([...rowChunk([row]).columns.keys()]).toEqual(['own'])
    expect(rowChunk([Object.create({ _step: 0 })]).failures.length).toBe(1)
  })

  test('ignores properties of Object.prototype, for JSON text too', () => {
    const inherited = { value: 1, enumerable: true, configurable: true, writable: true }
    Object.defineProperty(Object.prototype, 'inherited', inherited)
    const { columns } = rowChunk(['{"_step": 0, "own": 2}'])
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
    const { steps, columns, failures } = rowChunk([{ _step: 0, a: 1 }, row, { _step: 2 }])
    expect([...steps]).toEqual([0, 2])
    expect(columns.get('a')).toMatchObject({ present: new Uint8Array([1, 0]) })
    expect(failures).toEqual([{ path: [], expected: 'readable', actual: 'object', index: 1 }])
  })
})
