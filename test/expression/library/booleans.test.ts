import { describe, expect, test } from 'vitest'
import { asked, typeAsked } from './asked.ts'

describe('all and any', () => {
  test.each([
    ['[true, true]', true, true],
    ['[true, false]', false, true],
    ['[false, false]', false, false],
    ['[null, true]', true, true],
    ['[null, false]', false, false],
    ['[null, null]', true, false],
    ['[]', true, false],
  ])('of %s are %j and %j', (list, all, any) => {
    expect(asked(`${list}.all`)).toBe(all)
    expect(asked(`${list}.any`)).toBe(any)
  })

  test('are booleans, for each inner list', () => {
    expect(typeAsked('[true].all')).toBe('boolean')
    expect(asked('[[true, false], [], null].any')).toEqual([true, false, null])
    expect(asked('x.map((row) => row > 1).any', { x: [1, 2] })).toBe(true)
  })
})
