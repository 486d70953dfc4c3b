import type { Part } from './node.ts'
import { complement, LAST, type Ranges } from './ranges.ts'

const named = (ranges: Ranges, isClosed: boolean, spelling?: string): Part => ({
  _tag: 'Ranges',
  ranges,
  isClosed,
  ...(spelling === undefined ? {} : { spelling }),
})

const wordRanges: Ranges = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
]
const digitRanges: Ranges = [[0x30, 0x39]]
const jsSpaceRanges: Ranges = [
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
const re2SpaceRanges: Ranges = [
  [0x9, 0xa],
  [0xc, 0xd],
  [0x20, 0x20],
]
const jsLineEndRanges: Ranges = [
  [0xa, 0xa],
  [0xd, 0xd],
  [0x2028, 0x2029],
]

/** The word characters when ignoring case: the long s and the Kelvin sign are cases of s and k. */
export const foldedWordRanges: Ranges = [...wordRanges, [0x17f, 0x17f], [0x212a, 0x212a]]

export const everything: Part = named([[0, LAST]], true)
export const digit: Part = named(digitRanges, true, '\\d')
export const noDigit: Part = named(complement(digitRanges), true, '\\D')
export const word: Part = named(wordRanges, false, '\\w')
export const noWord: Part = named(complement(wordRanges), false, '\\W')
export const foldedWord: Part = named(foldedWordRanges, true)
export const noFoldedWord: Part = named(complement(foldedWordRanges), true)
export const jsSpace: Part = named(jsSpaceRanges, true)
export const noJsSpace: Part = named(complement(jsSpaceRanges), true)
export const re2Space: Part = named(re2SpaceRanges, true)
export const noRe2Space: Part = named(complement(re2SpaceRanges), true)
export const jsLineEnd: Part = named(jsLineEndRanges, true)
export const noJsLineEnd: Part = named(complement(jsLineEndRanges), true)
export const noNewline: Part = named(complement([[0xa, 0xa]]), true)

/** The classes `\d`, `\D`, `\w` and `\W`, which mean the same in both languages. */
export const sharedClass = (letter: string, ignoresCase: boolean): Part | undefined => {
  switch (letter) {
    case 'd':
      return digit
    case 'D':
      return noDigit
    case 'w':
      return ignoresCase ? foldedWord : word
    case 'W':
      return ignoresCase ? noFoldedWord : noWord
    default:
      return undefined
  }
}
