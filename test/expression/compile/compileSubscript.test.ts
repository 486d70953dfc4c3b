import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordRead } from '../../../src/expression/compile/Compiled.ts'
import { fastEntryRun } from '../../../src/expression/compile/compileSubscript.ts'
import { anyType } from '../../../src/expression/types/Type.ts'
import { type Cells, plainCells, taggedCells } from '../../../src/expression/values/cells.ts'
import { mapNullable } from '../../../src/expression/values/operators.ts'
import { fastSubscript } from '../../../src/expression/values/path.ts'
import { queryKey, queryValue } from '../../arbitraries/query.ts'
import { caseCount } from '../../laws/law.ts'

const key = fc.oneof(queryKey, fc.constantFrom('a.b', 'a.*', '*', 'length', 'toString', '__proto__'))
const held = fc.oneof(queryValue, fc.constantFrom(undefined, null, new Date(0), Object.create({ a: 1 })))
const record = fc.record({ config: held })
const receiver = fc.oneof(
  record,
  fc.array(fc.oneof(record, fc.constantFrom(null, undefined), fc.array(record, { maxLength: 2 })), { maxLength: 4 }),
  fc.constantFrom(null, undefined),
)

const one = (value: unknown): unknown => (value as { readonly config: unknown }).config

const askingOf = (cells: Cells, cell: unknown): RecordRead => {
  const whole = mapNullable(cells, one)
  return { receiver: { type: anyType, run: () => cell }, whole: (asked) => whole(asked, []), one }
}

const inOneStep = (cells: Cells, cell: unknown, by: string): unknown =>
  fastEntryRun(cells, { type: anyType, run: () => null, asks: askingOf(cells, cell) }, by)?.([])

const inTwoSteps = (cells: Cells, cell: unknown, by: string): unknown =>
  fastSubscript(cells, by)(askingOf(cells, cell).whole(cell))

describe('fastEntryRun', () => {
  test('agrees with reading the field and then the entry', () => {
    const agrees = (cell: unknown, by: string): boolean =>
      isDeepStrictEqual(inOneStep(plainCells(), cell, by), inTwoSteps(plainCells(), cell, by))
    fc.assert(fc.property(receiver, key, agrees), { numRuns: caseCount() })
  })

  test('keeps the tags of a cell', () => {
    const agrees = (asked: unknown, by: string): boolean => {
      const cells = taggedCells(['groupkey'])
      const items = Array.isArray(asked) ? asked.map((item, at) => cells.tag(item, 'groupkey', at)) : asked
      const cell = cells.tag(items, 'groupkey', 'all')
      const [found, wanted] = [inOneStep(cells, cell, by), inTwoSteps(cells, cell, by)]
      return isDeepStrictEqual(found, wanted) && cells.tagOf(found, 'groupkey') === 'all'
    }
    fc.assert(fc.property(receiver, key, agrees), { numRuns: caseCount() })
  })

  test('keeps the tags of the elements of an untagged list', () => {
    const cells = taggedCells(['groupkey'])
    const list = [cells.tag({ config: { a: 1 } }, 'groupkey', 'x'), { config: { a: 2 } }]
    const [first, second] = inOneStep(cells, list, 'a') as ReadonlyArray<unknown>
    expect([cells.valueOf(first), cells.tagOf(first, 'groupkey')]).toEqual([1, 'x'])
    expect(second).toBe(2)
  })

  test('reads the record of a tagged or untagged cell', () => {
    const cells = taggedCells(['groupkey'])
    const cell = cells.tag({ value: { name: 'a' }, tags: { name: 'b' } }, 'groupkey', 'x')
    for (const field of ['value', 'tags'] as const) {
      const fieldOf = (value: unknown): unknown => (value as Readonly<Record<string, unknown>>)[field]
      const whole = mapNullable(cells, fieldOf)
      const asks: RecordRead = { ...askingOf(cells, cell), whole: (asked) => whole(asked, []), one: fieldOf }
      const found = fastEntryRun(cells, { type: anyType, run: () => null, asks }, 'name')?.([])
      expect(cells.valueOf(found)).toBe(field === 'tags' ? 'b' : 'a')
    }
  })

  test('spends the budget of both steps', () => {
    const spent = (take: (cells: Cells) => unknown): number => {
      let sum = 0
      take({ ...plainCells(), spendBudget: (elements) => (sum += elements) })
      return sum
    }
    const agrees = (cell: unknown, by: string): boolean =>
      spent((cells) => inOneStep(cells, cell, by)) === spent((cells) => inTwoSteps(cells, cell, by))
    fc.assert(fc.property(receiver, key, agrees), { numRuns: caseCount() })
  })

  test('fails as the record does', () => {
    const failing: RecordRead = {
      ...askingOf(plainCells(), { config: {} }),
      whole: () => {
        throw new Error('not loaded')
      },
      one: () => {
        throw new TypeError('any')
      },
    }
    const run = fastEntryRun(plainCells(), { type: anyType, run: () => null, asks: failing }, 'a')
    expect(() => run?.([])).toThrow('not loaded')
  })
})
