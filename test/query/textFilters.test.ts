import { describe, expect, test } from 'vitest'
import { matches } from 'wandb-run-ops/ops'
import { column, contains, eq, type Filter, hasTag, matchesPattern, not } from 'wandb-run-ops/query'
import { at } from '../ops/records.ts'

const x = column.config('x')
const keeps = (filter: Filter<{ readonly config: unknown }>, value: unknown): boolean =>
  matches({ config: value === undefined ? {} : { x: value } }, filter)

describe('contains', () => {
  test.each([
    ['esN', 'ResNet', true],
    ['esn', 'ResNet', false],
    ['', '', true],
    ['', 'a', true],
    ['a', '', false],
    ['.', 'ab', false],
    ['.*', 'a.*b', true],
    ['$', 'US$', true],
    ['\\', 'a\\b', true],
    ['%', 'ab', false],
    ['_', 'ab', false],
    ['é', 'e\u0301', false],
    ['\n', 'a\nb', true],
    ['🚀', 'a🚀', true],
  ])('%j in %j: %j', (part, text, expected) => {
    expect(keeps(contains(x, part), text)).toBe(expected)
  })

  test('finds a substring of an element of a list, but not of a nested list', () => {
    expect(keeps(contains(x, 'es'), [1, 'best'])).toBe(true)
    expect(keeps(contains(x, 'es'), [['best']])).toBe(false)
    expect(matches({ tags: ['best of all'] }, contains(column.tags, 'of'))).toBe(true)
  })

  test.each([undefined, null, 10, true, Number.NaN, [], {}, { x: '' }])(
    'finds nothing in %j, which is not a string',
    (value) => {
      expect(keeps(contains(x, ''), value)).toBe(false)
      expect(keeps(not(contains(x, '')), value)).toBe(true)
    },
  )

  test('finds nothing in a time', () => {
    expect(matches({ createdAt: at('10:00:00') }, contains(column.createdAt, ''))).toBe(false)
  })
})

describe('matchesPattern', () => {
  test.each([
    [/esn/i, 'ResNet', true],
    [/esn/, 'ResNet', false],
    [/^$/, '', true],
    [/^.$/, '🚀', true],
    [/^.$/, 'a\nb', false],
    [/a.b/, 'a\nb', false],
    [/a.b/s, 'a\nb', true],
    [/^b/, 'a\nb', false],
    [/^b/m, 'a\nb', true],
    [/(?<=a)b/, 'ab', true],
    [/(a)\1/, 'aa', true],
  ])('%s in %j: %j', (expression, text, expected) => {
    expect(keeps(matchesPattern(x, expression), text)).toBe(expected)
  })

  test('finds it in an element of a list', () => {
    expect(matches({ tags: ['a', 'v12'] }, matchesPattern(column.tags, /^v\d+$/))).toBe(true)
    expect(keeps(matchesPattern(x, /a/), [['a']])).toBe(false)
  })

  test.each([undefined, null, 10, true, Number.NaN, [], {}])('finds nothing in %j, which is not a string', (value) => {
    expect(keeps(matchesPattern(x, /(?:)/), value)).toBe(false)
  })

  test('starts at the beginning each time, whatever lastIndex says', () => {
    const expression = /a/g
    expression.test('ba')
    const found = matches(matchesPattern(x, expression))
    expect([1, 2, 3].map(() => found({ config: { x: 'ba' } }))).toEqual([true, true, true])
  })

  test('is plain JSON', () => {
    const filter = matchesPattern(x, /a\/b"/gi)
    expect(filter).toEqual({ _tag: 'Matches', column: x, pattern: { source: 'a\\/b"', flags: 'i' } })
    expect(JSON.parse(JSON.stringify(filter))).toStrictEqual(filter)
  })

  test('finds nothing when a stored expression is invalid', () => {
    const unreadable = { _tag: 'Matches', column: x, pattern: { source: '(', flags: '' } } as const
    expect(keeps(unreadable, '(')).toBe(false)
    expect(keeps(not<{ readonly config: unknown }>(unreadable), '(')).toBe(true)
  })
})

const runs = [{ tags: ['best', 'v2'] }, { tags: ['Best'] }, { tags: [] }, { tags: ['best of all', ''] }]

describe('hasTag', () => {
  test('matches runs with the exact tag', () => {
    expect(runs.map(matches(hasTag('best')))).toEqual([true, false, false, false])
  })

  test('finds the empty tag, which an empty list does not contain', () => {
    expect(runs.map(matches(hasTag('')))).toEqual([false, false, false, true])
  })

  test.each(['length', '0', '__proto__', 'b'])('does not find %j, which is not a tag', (tag) => {
    expect(runs.some(matches(hasTag(tag)))).toBe(false)
  })

  test('has a negation that matches runs without tags', () => {
    expect(runs.map(matches(not(hasTag('best'))))).toEqual([false, true, true, true])
  })

  test('is an eq of the tags', () => {
    expect(hasTag('best')).toEqual(eq(column.tags, 'best'))
  })
})
