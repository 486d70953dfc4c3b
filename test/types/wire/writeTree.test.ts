import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeTree } from '../../../src/types/wire/writeTree.ts'
import { law } from '../../laws/law.ts'

const json = (value: unknown): string | undefined => writeTree(value, JSON.stringify)

describe('writeTree', () => {
  it('writes what JSON.stringify writes', () => {
    law([fc.jsonValue()], (value) => json(value) === JSON.stringify(value))
  })

  it.each([
    [undefined, undefined],
    [[undefined, () => 1], '[null,null]'],
    [{ a: undefined, b: [], c: {} }, '{"b":[],"c":{}}'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [JSON.parse('{"__proto__":[1]}'), '{"__proto__":[1]}'],
  ])('writes %j as JSON does', (value, text) => {
    expect(json(value)).toBe(text)
  })

  it('writes lists and dicts of any depth, and shared ones each time', () => {
    const deep = `${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}`
    expect(json(JSON.parse(deep))).toBe(deep)
    const shared = [1]
    expect(json([shared, shared])).toBe('[[1],[1]]')
  })

  it('throws for a list that contains itself', () => {
    const circle: Array<unknown> = []
    circle.push({ circle })
    expect(() => json(circle)).toThrow(new TypeError('A list or dict contains itself.'))
  })
})
