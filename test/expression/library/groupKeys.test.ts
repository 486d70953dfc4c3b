import { describe, expect, test } from 'vitest'
import { groupKeys } from '../../../src/expression/library/groupKeys.ts'
import { makeBudget } from '../../../src/expression/values/budget.ts'
import { deepEqual } from '../../../src/ops/compareValues.ts'
import { json } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'

const areOne = (one: unknown, other: unknown): boolean => {
  const keyOf = groupKeys(makeBudget())
  return new Set([keyOf(one), keyOf(other)]).size === 1
}

describe('groupKeys', () => {
  test('is equal for values that == considers equal, and only for those', () => {
    law([json, json], (one, other) => areOne(one, other) === deepEqual(one, other) && areOne(one, structuredClone(one)))
  })

  test('distinguishes a string from the encoding of a dict, a list, a date or a long string', () => {
    for (const value of [{ a: 1 }, [1], new Date(0), null, 1, 'x'.repeat(40_000)]) {
      const text = groupKeys(makeBudget())(value)
      expect(areOne(value, String(text))).toBe(false)
    }
  })

  test('is one for missing, whether null or undefined, at any depth', () => {
    expect(areOne(null, undefined)).toBe(true)
    expect(areOne([null], [undefined])).toBe(true)
  })

  test('tells long strings apart by any of their parts, and shortens them', () => {
    const long = (end: string) => `${'x'.repeat(50_000)}${end}`
    expect(areOne(long('a'), long('a'))).toBe(true)
    expect(areOne(long('a'), long('b'))).toBe(false)
    expect(areOne(`a${long('')}`, `b${long('')}`)).toBe(false)
    expect(areOne([long('a')], [long('a')])).toBe(true)
    expect(areOne([long('a')], [long('b')])).toBe(false)
    expect(String(groupKeys(makeBudget())(long(''))).length).toBeLessThan(50)
  })

  test('charges what it processes and creates', () => {
    const charged = { elements: 0, words: 0 }
    const budget = {
      ...makeBudget(),
      spendBudget: (elements: number) => {
        charged.elements += elements
      },
      createList: (elements: number) => {
        charged.words += elements
      },
    }
    groupKeys(budget)([1, { a: 2, b: [3] }])
    expect(charged.elements).toBeGreaterThanOrEqual(5)
    expect(charged.words).toBeGreaterThanOrEqual(5)
  })
})
