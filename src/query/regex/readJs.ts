import { anyCodePoint, jsSpace, notJsLineEnd, notJsSpace, propertyKind, sharedClass } from './classes.ts'
import { anchor, type PatternNode, rejectPattern, type SetPart, setOf } from './node.ts'
import {
  checkCodePoint,
  literalNode,
  type PatternReader,
  type PatternSyntax,
  readClass,
  readGroup,
  readPattern,
  takeCodePoint,
  takeMatch,
} from './reader.ts'

/**
 * Rewrites syntax that is only valid without the flag `u`: unnecessary backslashes, lone brackets and braces, and a
 * hyphen next to `\w` and similar in a class.
 */
export const toUnicodeSyntax = (source: string): string =>
  // A class without an end goes to the end, so that none is looked for twice.
  source.replace(/\[(?:\\.|[^\]\\])*(?:\]|$)|\\.|\{\d+(?:,\d*)?\}|[\]{}]/gsu, (token) => {
    if (token.length === 1) return `\\${token}`
    if (token.startsWith('[')) return token.replace(/(\\[dsw])-(?=(?:\\.|[^\]\\-])(?!-))|-(?=\\[dsw])|\\./gisu, inClass)
    return token.startsWith('\\') ? unescaped(token) : token
  })

const inClass = (token: string, before: string | undefined): string => {
  if (before !== undefined) return `${before}\\-`
  return token === '-' || token === '\\-' ? '\\-' : unescaped(token)
}

const unescaped = (token: string): string => (/^\\[A-Za-z0-9$^\\.*+?()[\]{}|/]/.test(token) ? token : token.slice(1))

/** Parses a source that is valid JavaScript with the flag `u`. */
export const readJs = (source: string, flags: string): PatternNode =>
  readPattern(
    {
      text: source,
      at: 0,
      depth: 0,
      ignoresCase: flags.includes('i'),
      isMultiline: flags.includes('m'),
      dotAll: flags.includes('s'),
      names: new Set(),
    },
    syntax,
  )

const escapes: Readonly<Record<string, number>> = { b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 }

const hex = (digits: string): number => Number.parseInt(digits, 16)

/** A code point or a class, after its backslash. */
const readEscape = (reader: PatternReader): number | SetPart => {
  const surrogates = takeMatch(reader, /u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/iy)
  if (surrogates !== undefined) {
    const [, high = '', low = ''] = surrogates
    return (hex(high) - 0xd800) * 0x400 + (hex(low) - 0xdc00) + 0x10000
  }
  const coded = takeMatch(reader, /u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})/iy)
  if (coded !== undefined) return checkCodePoint(hex(coded[1] ?? coded[2] ?? coded[3] ?? ''))
  const control = takeMatch(reader, /c([a-z])/iy)
  if (control !== undefined) return (control[1] ?? '').charCodeAt(0) % 32
  const property = takeMatch(reader, /(p)\{(?:(\w+)=)?(\w+)\}/iy)
  if (property !== undefined) return propertyOf(property[1] === 'P', property[2], property[3] ?? '')
  if (takeMatch(reader, /[1-9k]/y)) return rejectPattern('has a backreference, which RE2 does not support')
  const codePoint = takeCodePoint(reader)
  const letter = String.fromCodePoint(codePoint)
  if (letter === 's') return jsSpace
  if (letter === 'S') return notJsSpace
  return sharedClass(letter, reader.ignoresCase) ?? escapes[letter] ?? codePoint
}

const propertyOf = (isNegated: boolean, key: string | undefined, name: string): SetPart => {
  const wanted =
    key === undefined || /^(gc|General_Category)$/.test(key)
      ? 'category'
      : /^(sc|Script)$/.test(key)
        ? 'script'
        : undefined
  if (key === undefined && name === 'Any' && !isNegated) return anyCodePoint
  return wanted !== undefined && propertyKind(name) === wanted
    ? { _tag: 'Property', name, isNegated }
    : rejectPattern(`has a Unicode property that RE2 does not support or interprets differently: ${name}`)
}

const readAtom = (reader: PatternReader): PatternNode => {
  const { ignoresCase } = reader
  // In JavaScript without the flag `m`, these express RE2's start and end of a line.
  if (!reader.isMultiline && takeMatch(reader, /\(\?<=\\n\|\^\)/y)) return anchor('lineStart')
  if (!reader.isMultiline && takeMatch(reader, /\(\?=\\n\|\$\)/y)) return anchor('lineEnd')
  if (takeMatch(reader, /\(\?[=!]/y)) return rejectPattern('has a lookahead, which RE2 does not support')
  if (takeMatch(reader, /\(\?<[=!]/y)) return rejectPattern('has a lookbehind, which RE2 does not support')
  if (takeMatch(reader, /\(\?:/y)) return readGroup(reader, syntax)
  const capture = takeMatch(reader, /\((?:\?<([^>]*)>|(?!\?))/y)
  if (capture !== undefined) return { _tag: 'Capture', name: capture[1], item: readGroup(reader, syntax) }
  if (takeMatch(reader, /\(/y)) return rejectPattern('has a kind of group that RE2 may not support')
  if (takeMatch(reader, /\[/y)) return readClass(reader, syntax)
  if (takeMatch(reader, /\./y)) return setOf([reader.dotAll ? anyCodePoint : notJsLineEnd], ignoresCase)
  if (takeMatch(reader, /\^/y)) return anchor(reader.isMultiline ? 'jsLineStart' : 'textStart')
  if (takeMatch(reader, /\$/y)) return anchor(reader.isMultiline ? 'jsLineEnd' : 'textEnd')
  if (takeMatch(reader, /\\b/y)) return anchor(ignoresCase ? 'foldedWordBoundary' : 'wordBoundary')
  if (takeMatch(reader, /\\B/y)) return anchor(ignoresCase ? 'noFoldedWordBoundary' : 'noWordBoundary')
  const found = readMember(reader)
  return typeof found === 'number' ? literalNode(reader, found) : setOf([found], ignoresCase)
}

const readMember = (reader: PatternReader): number | SetPart =>
  takeMatch(reader, /\\/y) ? readEscape(reader) : takeCodePoint(reader)

const syntax: PatternSyntax = {
  atom: readAtom,
  member: readMember,
  repetition: /([*+?]|\{(\d+)(?:(,)(\d*))?\})(\??)/y,
  firstBracketIsMember: false,
}
