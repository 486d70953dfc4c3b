import { areDisjoint, type CodePointRanges, complement, MAX_CODE_POINT, normalizeRanges, type SetPart } from './node.ts'

/** Adds all cases of the ASCII letters among the code points: the long s is a case of s, the Kelvin sign one of k. */
export const foldAscii = (ranges: CodePointRanges): CodePointRanges => {
  const moved = (first: number, last: number, by: number): CodePointRanges =>
    ranges.flatMap(([from, to]) => {
      const [start, end] = [Math.max(from, first), Math.min(to, last)]
      return start <= end ? [[start + by, end + by] as const] : []
    })
  const familyOf = (...family: ReadonlyArray<number>): CodePointRanges =>
    family.some((letter) => !areDisjoint([[letter, letter]], ranges)) ? family.map((letter) => [letter, letter]) : []
  return normalizeRanges([
    ...ranges,
    ...moved(0x41, 0x5a, 32),
    ...moved(0x61, 0x7a, -32),
    ...familyOf(0x53, 0x73, 0x17f),
    ...familyOf(0x4b, 0x6b, 0x212a),
  ])
}

const named = (ranges: CodePointRanges, isClosed: boolean, spelling?: string): SetPart => ({
  _tag: 'Ranges',
  ranges,
  isClosed,
  ...(spelling === undefined ? {} : { spelling }),
})

const wordRanges: CodePointRanges = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
]
const digitRanges: CodePointRanges = [[0x30, 0x39]]
const jsSpaceRanges: CodePointRanges = [
  [0x9, 0xd],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]
const re2SpaceRanges: CodePointRanges = [
  [0x9, 0xa],
  [0xc, 0xd],
  [0x20, 0x20],
]
const jsLineEndRanges: CodePointRanges = [
  [0xa, 0xa],
  [0xd, 0xd],
  [0x2028, 0x2029],
]

/** The word characters when ignoring case: the long s and the Kelvin sign are cases of s and k. */
export const foldedWordRanges: CodePointRanges = [...wordRanges, [0x17f, 0x17f], [0x212a, 0x212a]]

export const anyCodePoint: SetPart = named([[0, MAX_CODE_POINT]], true)
const digit: SetPart = named(digitRanges, true, '\\d')
const notDigit: SetPart = named(complement(digitRanges), true, '\\D')
const word: SetPart = named(wordRanges, false, '\\w')
const notWord: SetPart = named(complement(wordRanges), false, '\\W')
export const foldedWord: SetPart = named(foldedWordRanges, true)
export const notFoldedWord: SetPart = named(complement(foldedWordRanges), true)
export const jsSpace: SetPart = named(jsSpaceRanges, true)
export const notJsSpace: SetPart = named(complement(jsSpaceRanges), true)
export const re2Space: SetPart = named(re2SpaceRanges, true)
export const notRe2Space: SetPart = named(complement(re2SpaceRanges), true)
export const jsLineEnd: SetPart = named(jsLineEndRanges, true)
export const notJsLineEnd: SetPart = named(complement(jsLineEndRanges), true)
export const notNewline: SetPart = named(complement([[0xa, 0xa]]), true)

/** The classes `\d`, `\D`, `\w` and `\W`, which mean the same in both languages. */
export const sharedClass = (letter: string, ignoresCase: boolean): SetPart | undefined => {
  switch (letter) {
    case 'd':
      return digit
    case 'D':
      return notDigit
    case 'w':
      return ignoresCase ? foldedWord : word
    case 'W':
      return ignoresCase ? notFoldedWord : notWord
    default:
      return undefined
  }
}

/** Each as pairs of a first and a last character. */
const classes: ReadonlyMap<string, string> = new Map([
  ['alnum', '09AZaz'],
  ['alpha', 'AZaz'],
  ['ascii', '\x00\x7f'],
  ['blank', '\t\t  '],
  ['cntrl', '\x00\x1f\x7f\x7f'],
  ['digit', '09'],
  ['graph', '!~'],
  ['lower', 'az'],
  ['print', ' ~'],
  ['punct', '!/:@[`{~'],
  ['space', '\t\r  '],
  ['upper', 'AZ'],
  ['word', '09AZ__az'],
  ['xdigit', '09AFaf'],
])

const rangesOf = (pairs: string): CodePointRanges =>
  (pairs.match(/../gs) ?? []).map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as const)

/** The meaning of `[:name:]`. When ignoring case, all cases are added before it is negated. */
export const posixClass = (name: string, isNegated: boolean, ignoresCase: boolean): SetPart | undefined => {
  const pairs = classes.get(name)
  if (pairs === undefined) return undefined
  const ranges = ignoresCase ? foldAscii(rangesOf(pairs)) : rangesOf(pairs)
  return { _tag: 'Ranges', ranges: isNegated ? complement(ranges) : ranges, isClosed: ignoresCase }
}

const categories: ReadonlySet<string> = new Set(
  'Cc Cf Co L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs'.split(' '),
)

/** Scripts that are in the Unicode version of every current engine. */
const scripts: ReadonlySet<string> = new Set(
  (
    'Arabic Armenian Bengali Bopomofo Braille Canadian_Aboriginal Cherokee Coptic Cyrillic Devanagari Ethiopic Georgian ' +
    'Greek Gujarati Gurmukhi Han Hangul Hebrew Hiragana Kannada Katakana Khmer Lao Latin Malayalam Mongolian Myanmar ' +
    'Oriya Runic Sinhala Syriac Tamil Telugu Thaana Thai Tibetan Yi'
  ).split(' '),
)

/**
 * The kind of a property name that both languages know. `C` is not included: RE2 excludes unassigned code points from
 * it.
 */
export const propertyKind = (name: string): 'category' | 'script' | undefined => {
  if (categories.has(name)) return 'category'
  return scripts.has(name) ? 'script' : undefined
}
