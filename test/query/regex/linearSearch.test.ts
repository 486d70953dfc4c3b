import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linearSearch } from '../../../src/query/regex/linearSearch.ts'
import { regExpOf } from '../../../src/query/regex/Pattern.ts'
import { readSearchNode } from '../../../src/query/regex/syntaxTree.ts'
import { caseCount } from '../../laws/law.ts'
import { hostileString, jsFlags, jsSource, plainString } from './arbitraries.ts'

const found = (source: string, flags: string, text: string): boolean | undefined => {
  const expression = regExpOf({ source, flags })
  const node = expression?.unicode ? readSearchNode(expression.source) : undefined
  return node === undefined || expression === undefined ? undefined : linearSearch(node, expression.flags)(text)
}

/** V8 finds an empty match of `\\B` between the halves of a surrogate pair, where a search by code points has no place. */
const isInsidePair = (source: string, flags: string, text: string): boolean => {
  const { index = 0 } = regExpOf({ source, flags })?.exec(text) ?? {}
  return index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff
}

describe('linearSearch', () => {
  test('finds what JavaScript finds, of every expression that it reads', () => {
    let read = 0
    let matched = 0
    const cases = caseCount(12_000, 1500)
    fc.assert(
      fc.property(
        jsSource,
        jsFlags,
        fc.array(fc.oneof(plainString, hostileString), { minLength: 4, maxLength: 4 }),
        (source, flags, texts) => {
          return texts.every((text) => {
            const result = found(source, flags, text)
            if (result === undefined) return true
            read += 1
            if (result) matched += 1
            return result === regExpOf({ source, flags })?.test(text) || isInsidePair(source, flags, text)
          })
        },
      ),
      { numRuns: cases },
    )
    expect(read / (4 * cases)).toBeGreaterThan(0.7)
    expect(matched / read).toBeGreaterThan(0.1)
  })

  test.each<[string, string, string, boolean]>([
    ['(a*)*b', '', 'aab', true],
    ['^(?:a?){3}a{3}$', '', 'aaa', true],
    ['^(?:a|ab)(?:c|bcd)$', '', 'abcd', true],
    ['^a{2,}$', '', 'a', false],
    ['^a{2,}$', '', 'aaaa', true],
    ['^(?:ab){2,3}$', '', 'abababab', false],
    ['x{0}y', '', 'y', true],
    ['(?<=\\n|^)b$', '', 'a\nb', true],
    ['a(?!b)', '', 'ab', false],
    ['\\bk', 'i', '\u212aa', true],
    ['^.$', '', '🚀', true],
    ['^.$', '', '\n', false],
    ['^.$', 's', '\n', true],
    ['^b', 'm', 'a\nb', true],
    ['^[^]$', '', '\ud83d', true],
    ['[\\]a]\\u{1F680}\\x41\\cJ', '', ']🚀A\n', true],
    ['', '', '', true],
    ['|a', '', 'x', true],
  ])('searches /%s/%s in %j', (source, flags, text, wanted) => {
    expect(found(source, flags, text)).toBe(wanted)
    expect(regExpOf({ source, flags })?.test(text)).toBe(wanted)
  })
})
