import { describe, expect, test } from 'vitest'
import { groupKeyText } from '../../../src/expression/library/groupKeyText.ts'
import { isSame } from '../../../src/ops/isSame.ts'
import { json } from '../../arbitraries/json.ts'
import { law } from '../../laws/law.ts'

const free = (): void => undefined
const areOne = (one: unknown, other: unknown): boolean =>
  new Set([groupKeyText(one, free), groupKeyText(other, free)]).size === 1

describe('groupKeyText', () => {
  test('is equal for values that == considers equal, and only for those', () => {
    law([json, json], (one, other) => areOne(one, other) === isSame(one, other) && areOne(one, structuredClone(one)))
  })

  test('distinguishes a string from the encoding of a dict, a list or a date', () => {
    for (const value of [{ a: 1 }, [1], new Date(0), null, 1]) {
      const text = groupKeyText(value, free)
      expect(areOne(value, typeof text === 'string' ? text : String(text))).toBe(false)
    }
  })

  test('is one for missing, whether null or undefined, at any depth', () => {
    expect(areOne(null, undefined)).toBe(true)
    expect(areOne([null], [undefined])).toBe(true)
  })

  test('reports the elements it processes', () => {
    let spent = 0
    groupKeyText([1, { a: 2, b: [3] }], (elements) => {
      spent += elements
    })
    expect(spent).toBe(5)
  })
})
