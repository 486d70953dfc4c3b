import * as fc from 'fast-check'
import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { fromRe2, type Pattern, patternOf, regExpOf, toRe2 } from '../../../src/query/regex/Pattern.ts'
import { caseCount } from '../../laws/law.ts'

/** For expressions that a linter or an older target rejects as literals. */
const js = (source: string, flags = ''): RegExp => new RegExp(source, flags)

const space = '\\t-\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}'
const lineEnd = '\\n\\r\\x{2028}\\x{2029}'
const foldedWord = '0-9A-Z_a-zſ\\x{212A}'

describe('patternOf', () => {
  test('keeps the source, and the flags that change its meaning', () => {
    expect(patternOf(/a\/b/dgimsuy)).toEqual({ source: 'a\\/b', flags: 'ims' })
    expect(patternOf(js('a', 'v'))).toEqual({ source: 'a', flags: 'v' })
    expect(patternOf(/(?:)/)).toEqual({ source: '(?:)', flags: '' })
  })
})

describe('regExpOf', () => {
  const read = (source: string, flags = ''): string => String(regExpOf({ source, flags }))

  test('has the flag u, so that a dot is one code point', () => {
    expect(read('^.$', 'i')).toBe('/^.$/iu')
    expect(regExpOf({ source: '^.$', flags: '' })?.test('😀')).toBe(true)
  })

  test.each([
    ['a\\-b', '/a-b/u'],
    ['\\#\\ \\"\\😀', '/# "😀/u'],
    ['[\\w\\-]\\:', '/[\\w\\-]:/u'],
    ['[\\w-.]', '/[\\w\\-.]/u'],
    ['[.-\\w]', '/[.\\-\\w]/u'],
    ['[\\#-\\%]', '/[#-%]/u'],
    ['lr={.1}]', '/lr=\\{.1\\}\\]/u'],
    ['\\-a{2}', '/-a{2}/u'],
    ['\\-[^\\]]\\\\', '/-[^\\]]\\\\/u'],
  ])('rewrites %s to be valid with it: %s', (source, wanted) => {
    expect(read(source)).toBe(wanted)
  })

  test.each(['[\\d-x-z]', '[\\d--z]', '\\q', '\\8', '(?=a)*'])('leaves %s without the flag u', (source) => {
    expect(read(source)).toBe(`/${source}/`)
  })

  test('has only the flag v if the pattern has it', () => {
    expect(read('[a--b]', 'v')).toBe('/[a--b]/v')
  })

  test('has no state between matches', () => {
    expect(read('a', 'gimsyd')).toBe('/a/imsu')
  })

  test.each<[unknown]>([
    [{ source: '(', flags: '' }],
    [{ source: 'a', flags: 'x' }],
    [{ source: 'a', flags: 'ii' }],
    [{ source: '[a--b]--', flags: 'uv(' }],
    [{ source: 7, flags: '' }],
    [{ source: 'a' }],
    [null],
    [undefined],
  ])('is undefined for %j', (pattern) => {
    expect(regExpOf(pattern as Pattern)).toBe(undefined)
    expect(toRe2(pattern as Pattern)).toEqual(left('is not a valid regular expression'))
  })
})

describe('toRe2', () => {
  test.each<[RegExp, string]>([
    [/(?:)/, ''],
    [/^resnet-\d+$/, '^resnet-\\d+$'],
    [/resnet/i, '(?i)resnet'],
    [/a\/b\.c/, 'a/b\\.c'],
    [/a.b/, `a[^${lineEnd}]b`],
    [/a.b/s, '(?s)a.b'],
    [js('[^]|[\\s\\S]'), '(?s).|.'],
    [js('[]'), '[^\\x{0}-\\x{10FFFF}]'],
    [/\s/, `[${space}]`],
    [/\S/, `[^${space}]`],
    [
      /[^\S\n]/,
      '[\\t\\v-\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]',
    ],
    [/\w\W\d\D/, '\\w\\W\\d\\D'],
    [/\w\W/i, `[${foldedWord}][^${foldedWord}]`],
    [/\bab\B/, '\\bab\\B'],
    [/\bresnet\b/i, `(?i)(?:^|[^${foldedWord}])resnet(?:$|[^${foldedWord}])`],
    [/(x|\B-)/i, `(?i)(x|(?:^|[^${foldedWord}])-)`],
    [/\b-/i, `[${foldedWord}]-`],
    [/^a$|b/m, `(?:^|[${lineEnd}])a(?:$|[${lineEnd}])|b`],
    [/\u{1F600}\u0041\x42\cJ\0\t/u, '😀AB\\n\\x{0}\\t'],
    [/\u2028\u00ad\u0301/, '\\x{2028}\\x{AD}\\x{301}'],
    [js('[\\u0000-\\u{10FFFF}]', 'u'), '(?s).'],
    [/[a\-\]^[]/, '[a\\-\\]\\^\\[]'],
    [/(?<y>\d{4})-(?<größe>a)/, '(?P<y>\\d{4})-(a)'],
    [/a*?b+?c??d{2,3}?e{2,}/, 'a*?b+?c??d{2,3}?e{2,}'],
    [/(?:a|b)*(?:^)*/, '(?:a|b)*(?:^)*'],
    [/\p{L}\P{Lu}\p{gc=Nd}\p{Script=Greek}\p{Any}/u, '(?s)\\p{L}\\P{Lu}\\p{Nd}\\p{Greek}.'],
    [/müller|一/i, '(?i)müller|一'],
    [js('[\\w-.]\\-'), '[\\w\\-.]-'],
    [/(?<=\n|^)a(?=\n|$)|^b$/, '(?m)^a$|\\Ab\\z'],
    [/(?:a{10}){100}/, '(?:a{10}){100}'],
  ])('%s is %s', (expression, wanted) => {
    expect(toRe2(patternOf(expression))).toEqual(right(wanted))
  })

  test.each<[RegExp, string]>([
    [/a(?=b)/, 'has a lookahead, which RE2 does not support'],
    [/a(?!b)/, 'has a lookahead, which RE2 does not support'],
    [/(?<=b)a/, 'has a lookbehind, which RE2 does not support'],
    [/(?<!b)a/, 'has a lookbehind, which RE2 does not support'],
    [/(a)\1/, 'has a backreference, which RE2 does not support'],
    [/(?<n>a)\k<n>/, 'has a backreference, which RE2 does not support'],
    [js('a', 'v'), 'has the flag v, which RE2 does not support'],
    [js('\\q'), 'is not valid with the flag u'],
    [/\ud83d/, 'has a lone surrogate, which UTF-8 cannot encode'],
    [/[\ud800-\udfff]/, 'has a lone surrogate, which UTF-8 cannot encode'],
    [/a{1001}/, 'repeats more than 1000 times, which RE2 does not support'],
    [/(?:a{100}){11}/, 'repeats more than 1000 times, which RE2 does not support'],
    [/\p{L}{100}/u, 'is larger than RE2 allows'],
    [/\p{C}/u, 'has a Unicode property that RE2 does not support or interprets differently: C'],
    [/\p{Emoji}/u, 'has a Unicode property that RE2 does not support or interprets differently: Emoji'],
    [/\p{Letter}/u, 'has a Unicode property that RE2 does not support or interprets differently: Letter'],
    [/\p{L}/iu, 'has a Unicode property and ignores case, which engines interpret differently'],
    [/ƛ/i, 'ignores the case of letters that engines fold differently'],
    [/[\u0080-\uffff]/i, 'ignores the case of letters that engines fold differently'],
    [/a\b\W?b/i, 'has a word boundary inside and ignores case, which RE2 interprets differently'],
    [/\b/i, 'has a word boundary inside and ignores case, which RE2 interprets differently'],
    [/a$b/m, 'has a line anchor inside (flag m), but RE2 recognizes fewer line ends'],
    [/a*\B/, 'can match the empty string and has \\B, which engines interpret differently'],
  ])('rejects %s: %s', (expression, reason) => {
    expect(toRe2(patternOf(expression))).toEqual(left(reason))
  })

  test('rejects what is nested too deeply', () => {
    expect(toRe2({ source: `${'('.repeat(900)}${')'.repeat(900)}`, flags: '' })).toEqual(
      left('nests more than 200 groups'),
    )
  })
})

describe('fromRe2', () => {
  test.each<[string, string, string]>([
    ['', '(?:)', ''],
    ['(?i)resnet', 'resnet', 'i'],
    ['\\Aab\\z', '^ab$', ''],
    ['a.b', 'a[^\\n]b', ''],
    ['(?s)a.b', 'a.b', 's'],
    ['\\s\\S', '[\\t\\n\\f\\r ][^\\t\\n\\f\\r ]', ''],
    ['(?m)^a$', '(?<=\\n|^)a(?=\\n|$)', ''],
    ['\\Qa.b\\E*', 'a\\.b*', ''],
    ['\\Q[x', '\\[x', ''],
    ['\\\\Qa', '\\\\Qa', ''],
    ['[[:alpha:]_]', '[A-Za-z_]', ''],
    ['[[:^digit:]]', '[^0-9]', ''],
    ['\\pL\\PN\\p{Greek}\\p{^Lu}', '\\p{L}\\P{N}\\p{Script=Greek}\\P{Lu}', ''],
    ['\\x{1F600}\\x41\\101\\0\\a', '😀AA\\u{0}\\u{7}', ''],
    ['(?P<n>a)(?<m>b)(?:c)', '(?<n>a)(?<m>b)c', ''],
    ['(?P<1>a)', '(a)', ''],
    ['(?i:A)b', '[Aa]b', ''],
    ['a(?i)s', 'a[Ss\\u{17F}]', ''],
    ['(?:(?i)a)b', '[Aa]b', ''],
    ['(?i)\\bk\\b', '\\b[Kk\\u{212A}]\\b', ''],
    ['(?U)a+', 'a+', ''],
    ['[]a]', '[\\]a]', ''],
    ['[^]a-]', '[^\\]a\\-]', ''],
    ['{x}{,2}a{01}', '\\{x\\}\\{,2\\}a\\{01\\}', ''],
    ['^*\\b+', '(?:^)*(?:\\b)+', ''],
    ['[\\d-z]', '[\\d\\-z]', ''],
  ])('%s is /%s/%s', (text, source, flags) => {
    expect(fromRe2(text)).toEqual(right({ source: source.replace('\\u{17F}', 'ſ'), flags }))
  })

  test.each([
    ['\\C', 'matches single bytes (\\C), which JavaScript does not support'],
    ['(', 'has an unclosed group'],
    [')', 'has an unmatched closing parenthesis'],
    ['[a', 'ends unexpectedly'],
    ['\\', 'ends unexpectedly'],
    ['[b-a]', 'has an invalid character range'],
    ['[a-\\d]', 'has an invalid character range'],
    ['[[:foo:]]', 'has an unknown POSIX class'],
    ['*a', 'has a quantifier after nothing or after another quantifier'],
    ['a**', 'has a quantifier after nothing or after another quantifier'],
    ['(?i)*', 'has a quantifier after nothing or after another quantifier'],
    ['{2}', 'has a quantifier after nothing or after another quantifier'],
    ['a{2,1}', 'has a quantifier whose minimum exceeds its maximum'],
    ['a{1001}', 'repeats more than 1000 times, which RE2 does not support'],
    ['(?=a)', 'has a kind of group that RE2 does not support'],
    ['(?P<n>a)(?P<n>b)', 'has two groups named n'],
    ['\\1', 'has an escape that RE2 does not support here: \\1'],
    ['\\Z', 'has an escape that RE2 does not support here: \\Z'],
    ['[\\b]', 'has an escape that RE2 does not support here: \\b'],
    ['[\\Qa\\E]', 'has an escape that RE2 does not support here: \\Q'],
    ['\\x{110000}', 'has a code point above U+10FFFF'],
    ['\\x{D800}', 'has a lone surrogate, which UTF-8 cannot encode'],
    ['\\p{Emoji}', 'has a Unicode property that JavaScript does not support or interprets differently: Emoji'],
    ['(?i)é(?-i)b', 'ignores the case of non-ASCII letters in only one part, or next to \\b'],
    ['\\B', 'can match the empty string and has \\B, which engines interpret differently'],
  ])('rejects %s: %s', (text, reason) => {
    expect(fromRe2(text)).toEqual(left(reason))
  })
})

test('all of them are total', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'\\()[]{}?*+|^$.-:=!<>PpQEiabx01,uk\ud83d') }),
  )
  fc.assert(
    fc.property(texts, fc.constantFrom('', 'i', 'ims', 'v', 'q'), (source, flags) => {
      const pattern = { source, flags }
      const expression = regExpOf(pattern)
      return (
        (expression === undefined || expression instanceof RegExp) &&
        ['Left', 'Right'].includes(toRe2(pattern)._tag) &&
        ['Left', 'Right'].includes(fromRe2(source)._tag)
      )
    }),
    { numRuns: caseCount(20_000) },
  )
})
