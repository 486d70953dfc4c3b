import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainCells, taggedCells } from '../../../src/expression/internal/cells.ts'
import { pickBy, pickCell } from '../../../src/expression/internal/subscript.ts'
import { queryKey, queryValue } from '../../arbitraries/query.ts'
import { caseCount } from '../../laws/law.ts'

const missing = fc.constantFrom(undefined, null, new Date(0))
const value = fc.oneof(queryValue, fc.array(fc.oneof(queryValue, missing), { maxLength: 4 }), missing)
const key = fc.oneof(queryKey, fc.constantFrom('a.*', '*', 'a\\.b', 'b.a', 'toString'))

describe('pickBy', () => {
  test('agrees with pickCell for untagged cells', () => {
    const agrees = (asked: unknown, by: string): boolean =>
      isDeepStrictEqual(pickBy(plainCells(), by)(asked), pickCell(plainCells(), asked, by))
    fc.assert(fc.property(value, key, agrees), { numRuns: caseCount() })
  })

  test('agrees with pickCell for tagged cells', () => {
    const agrees = (asked: unknown, by: string): boolean => {
      const cells = taggedCells(['groupkey'])
      const cell = cells.tag(asked, 'groupkey', 1)
      const [one, other] = [pickBy(cells, by)(cell), pickCell(cells, cell, by)]
      return (
        isDeepStrictEqual(cells.plain(one), cells.plain(other)) &&
        cells.tagOf(one, 'groupkey') === 1 &&
        cells.tagOf(other, 'groupkey') === 1
      )
    }
    fc.assert(fc.property(value, key, agrees), { numRuns: caseCount() })
  })

  test('spends the same budget as pickCell', () => {
    const spent = (pick: (cells: ReturnType<typeof plainCells>) => unknown): number => {
      let sum = 0
      pick({ ...plainCells(), spendBudget: (elements) => (sum += elements) })
      return sum
    }
    const nested = [{ a: 1 }, [{ a: 2 }, { 'a.b': [1] }], null]
    for (const by of ['a', 'a.b', '*'])
      expect(spent((cells) => pickBy(cells, by)(nested))).toBe(spent((cells) => pickCell(cells, nested, by)))
  })
})
