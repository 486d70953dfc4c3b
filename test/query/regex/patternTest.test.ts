import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { matches } from 'wandb-run-ops/ops'
import { column, fromMongo, fromRe2, matchesPattern, toRe2 } from 'wandb-run-ops/query'
import { patternTest } from '../../../src/query/regex/patternTest.ts'

const letters = `${'a'.repeat(28)}!`

/** The milliseconds that a call takes. */
const timeOf = (call: () => unknown): number => {
  const start = performance.now()
  call()
  return performance.now() - start
}

describe('patternTest', () => {
  test.each([
    '^(a+)+$',
    '(a|a)*b',
    '(a*)*b',
    '^(\\w+\\s?)*$',
    '^(?:a?){40}a{40}$',
    '(.*)*x',
    '^(([a-z])+.)+[A-Z]$',
    '(a|a?){40}b',
    '^(a|b|ab)*c$',
    '(?<=\\n|^)(a+)+$',
    '((((a+)+)+)+)+$',
    '(a{2,}){2,}b',
  ])('is fast for /%s/, on which JavaScript goes all ways one after another', (source) => {
    expect(timeOf(() => expect(patternTest({ source, flags: 'i' })(letters)).toBe(false))).toBeLessThan(1000)
  })

  test.each(['\\s+$', 'a*a*a*b', '^(a+)+$'])('takes time in proportion to a long text for /%s/', (source) => {
    const text = `${(source.startsWith('\\s') ? ' ' : 'a').repeat(200_000)}!`
    expect(timeOf(() => expect(patternTest({ source, flags: '' })(text)).toBe(false))).toBeLessThan(3000)
  })

  test('finds in short and in long texts', () => {
    for (const length of [10, 1000, 100_000]) {
      const holds = patternTest({ source: '^(a+)+b?$', flags: '' })
      expect([holds('a'.repeat(length)), holds(`${'a'.repeat(length)}b`), holds(`${'a'.repeat(length)}c`)]).toEqual([
        true,
        true,
        false,
      ])
    }
  })

  test('is that of filters in memory', () => {
    const filter = fromMongo({ display_name: { $regex: '^(a+)+$' } })
    if (E.isLeft(filter)) throw new Error(filter.left.reason)
    const run = { displayName: letters, config: { name: letters } } as never
    expect(timeOf(() => expect(matches(run, filter.right)).toBe(false))).toBeLessThan(1000)
    expect(
      timeOf(() => expect(matches(run, matchesPattern(column.config('name'), /(a+)+$/) as never)).toBe(false)),
    ).toBeLessThan(1000)
  })

  test('matches nothing for an invalid pattern, or one that is too large', () => {
    for (const source of ['(', 'a'.repeat(1e6), '(?:a{60000}){60000}', `${'('.repeat(20)}a+${'){2,}'.repeat(20)}`])
      expect(patternTest({ source, flags: '' })('a')).toBe(false)
  })
})

describe('an expression of a million letters', () => {
  test.each(['a', '[', '(a', '\\Q', '\\x{1}', '{'])('is refused at once: %s', (part) => {
    const text = part.repeat(1e6 / part.length)
    expect(timeOf(() => expect(E.isLeft(fromRe2(text))).toBe(true))).toBeLessThan(1000)
    expect(timeOf(() => expect(E.isLeft(toRe2({ source: text, flags: '' }))).toBe(true))).toBeLessThan(1000)
  })
})
