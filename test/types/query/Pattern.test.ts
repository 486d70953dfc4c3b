import * as fc from 'fast-check'
import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { fromRe2, type Pattern, patternOf, regExpOf, toRe2 } from '../../../src/types/query/Pattern.ts'

/** For what is no literal that a linter, or an older target, lets stand. */
const js = (source: string, flags = ''): RegExp => new RegExp(source, flags)

const space = '\\t-\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}'
const lineEnd = '\\n\\r\\x{2028}\\x{2029}'
const foldedWord = '0-9A-Z_a-zſ\\x{212A}'

describe('patternOf', () => {
  test('keeps the source, and the flags that change a meaning', () => {
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
  ])('spells %s so that it can have it: %s', (source, wanted) => {
    expect(read(source)).toBe(wanted)
  })

  test.each(['[\\d-x-z]', '[\\d--z]', '\\q', '\\8', '(?=a)*'])('leaves %s without it', (source) => {
    expect(read(source)).toBe(`/${source}/`)
  })

  test('has the flag v alone where the pattern has it', () => {
    expect(read('[a--b]', 'v')).toBe('/[a--b]/v')
  })

  test('keeps no place from one text to the next', () => {
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
    expect(toRe2(pattern as Pattern)).toEqual(left('cannot be read as a regular expression'))
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
    [/a(?=b)/, 'looks ahead, which RE2 cannot'],
    [/a(?!b)/, 'looks ahead, which RE2 cannot'],
    [/(?<=b)a/, 'looks behind, which RE2 cannot'],
    [/(?<!b)a/, 'looks behind, which RE2 cannot'],
    [/(a)\1/, 'looks back at a group, which RE2 cannot'],
    [/(?<n>a)\k<n>/, 'looks back at a group, which RE2 cannot'],
    [js('a', 'v'), 'has the flag v, which RE2 has not'],
    [js('\\q'), 'cannot be read with the flag u'],
    [/\ud83d/, 'has half of a character, which no UTF-8 text has'],
    [/[\ud800-\udfff]/, 'has half of a character, which no UTF-8 text has'],
    [/a{1001}/, 'repeats more than 1000 times, the most that RE2 does'],
    [/(?:a{100}){11}/, 'repeats more than 1000 times, the most that RE2 does'],
    [/\p{L}{100}/u, 'is larger than RE2 may take'],
    [/\p{C}/u, 'has a Unicode property that RE2 does not know, or takes differently: C'],
    [/\p{Emoji}/u, 'has a Unicode property that RE2 does not know, or takes differently: Emoji'],
    [/\p{Letter}/u, 'has a Unicode property that RE2 does not know, or takes differently: Letter'],
    [/\p{L}/iu, 'asks for a Unicode property and ignores case, which engines take differently'],
    [/ƛ/i, 'ignores case of letters on which engines do not agree'],
    [/[\u0080-\uffff]/i, 'ignores case of letters on which engines do not agree'],
    [/a\b\W?b/i, 'asks inside for the edge of a word and ignores case, which RE2 takes differently'],
    [/\b/i, 'asks inside for the edge of a word and ignores case, which RE2 takes differently'],
    [/a$b/m, 'asks inside for the edge of a line (flag m), which RE2 sees at fewer places'],
    [/a*\B/, 'can be found without taking a character and has \\B, which engines take differently'],
  ])('refuses %s: %s', (expression, reason) => {
    expect(toRe2(patternOf(expression))).toEqual(left(reason))
  })

  test('refuses what nests too deep for a reader', () => {
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
    ['\\C', 'takes single bytes (\\C), which JavaScript cannot'],
    ['(', 'has a group that does not end'],
    [')', 'closes a group that is not open'],
    ['[a', 'ends too early'],
    ['\\', 'ends too early'],
    ['[b-a]', 'has a range that ends wrongly'],
    ['[a-\\d]', 'has a range that ends wrongly'],
    ['[[:foo:]]', 'has an unknown class of POSIX'],
    ['*a', 'repeats nothing, or repeats a repetition'],
    ['a**', 'repeats nothing, or repeats a repetition'],
    ['(?i)*', 'repeats nothing, or repeats a repetition'],
    ['{2}', 'repeats nothing, or repeats a repetition'],
    ['a{2,1}', 'has a repetition whose counts are the wrong way round'],
    ['a{1001}', 'repeats more than 1000 times, the most that RE2 does'],
    ['(?=a)', 'has a group of a kind that RE2 does not know'],
    ['(?P<n>a)(?P<n>b)', 'has two groups of the name n'],
    ['\\1', 'has an escape that RE2 does not know here: \\1'],
    ['\\Z', 'has an escape that RE2 does not know here: \\Z'],
    ['[\\b]', 'has an escape that RE2 does not know here: \\b'],
    ['[\\Qa\\E]', 'has an escape that RE2 does not know here: \\Q'],
    ['\\x{110000}', 'has a code point above U+10FFFF'],
    ['\\x{D800}', 'has half of a character, which no UTF-8 text has'],
    ['\\p{Emoji}', 'has a Unicode property that JavaScript does not know, or takes differently: Emoji'],
    ['(?i)é(?-i)b', 'ignores case of letters that are not ASCII in one part only, or beside \\b'],
    ['\\B', 'can be found without taking a character and has \\B, which engines take differently'],
  ])('refuses %s: %s', (text, reason) => {
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
    { numRuns: 20_000 },
  )
})
