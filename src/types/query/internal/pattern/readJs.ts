import { everything, jsSpace, noJsLineEnd, noJsSpace, sharedClass } from './classes.ts'
import { at, type Node, type Part, setOf } from './node.ts'
import { propertyKind } from './properties.ts'
import { refuse } from './Refusal.ts'
import {
  characterOf,
  type Reader,
  readClass,
  readGroup,
  readWhole,
  type Syntax,
  take,
  takeCodePoint,
  wholeCodePoint,
} from './reader.ts'

/** Parses a source that is valid JavaScript with the flag `u`. */
export const readJs = (source: string, flags: string): Node =>
  readWhole(
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
const readEscape = (reader: Reader): number | Part => {
  const surrogates = take(reader, /u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/iy)
  if (surrogates !== undefined) {
    const [, high = '', low = ''] = surrogates
    return (hex(high) - 0xd800) * 0x400 + (hex(low) - 0xdc00) + 0x10000
  }
  const coded = take(reader, /u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})/iy)
  if (coded !== undefined) return wholeCodePoint(hex(coded[1] ?? coded[2] ?? coded[3] ?? ''))
  const control = take(reader, /c([a-z])/iy)
  if (control !== undefined) return (control[1] ?? '').charCodeAt(0) % 32
  const property = take(reader, /(p)\{(?:(\w+)=)?(\w+)\}/iy)
  if (property !== undefined) return propertyOf(property[1] === 'P', property[2], property[3] ?? '')
  if (take(reader, /[1-9k]/y)) return refuse('has a backreference, which RE2 does not support')
  const codePoint = takeCodePoint(reader)
  const letter = String.fromCodePoint(codePoint)
  if (letter === 's') return jsSpace
  if (letter === 'S') return noJsSpace
  return sharedClass(letter, reader.ignoresCase) ?? escapes[letter] ?? codePoint
}

const propertyOf = (isNegated: boolean, key: string | undefined, name: string): Part => {
  const wanted =
    key === undefined || /^(gc|General_Category)$/.test(key)
      ? 'category'
      : /^(sc|Script)$/.test(key)
        ? 'script'
        : undefined
  if (key === undefined && name === 'Any' && !isNegated) return everything
  return wanted !== undefined && propertyKind(name) === wanted
    ? { _tag: 'Property', name, isNegated }
    : refuse(`has a Unicode property that RE2 does not support or interprets differently: ${name}`)
}

const readAtom = (reader: Reader): Node => {
  const { ignoresCase } = reader
  // In JavaScript without the flag `m`, these express RE2's start and end of a line.
  if (!reader.isMultiline && take(reader, /\(\?<=\\n\|\^\)/y)) return at('lineStart')
  if (!reader.isMultiline && take(reader, /\(\?=\\n\|\$\)/y)) return at('lineEnd')
  if (take(reader, /\(\?[=!]/y)) return refuse('has a lookahead, which RE2 does not support')
  if (take(reader, /\(\?<[=!]/y)) return refuse('has a lookbehind, which RE2 does not support')
  if (take(reader, /\(\?:/y)) return readGroup(reader, syntax)
  const capture = take(reader, /\((?:\?<([^>]*)>|(?!\?))/y)
  if (capture !== undefined) return { _tag: 'Capture', name: capture[1], item: readGroup(reader, syntax) }
  if (take(reader, /\(/y)) return refuse('has a kind of group that RE2 may not support')
  if (take(reader, /\[/y)) return readClass(reader, syntax)
  if (take(reader, /\./y)) return setOf([reader.dotAll ? everything : noJsLineEnd], ignoresCase)
  if (take(reader, /\^/y)) return at(reader.isMultiline ? 'jsLineStart' : 'textStart')
  if (take(reader, /\$/y)) return at(reader.isMultiline ? 'jsLineEnd' : 'textEnd')
  if (take(reader, /\\b/y)) return at(ignoresCase ? 'foldedWordBoundary' : 'wordBoundary')
  if (take(reader, /\\B/y)) return at(ignoresCase ? 'noFoldedWordBoundary' : 'noWordBoundary')
  const found = readMember(reader)
  return typeof found === 'number' ? characterOf(reader, found) : setOf([found], ignoresCase)
}

const readMember = (reader: Reader): number | Part => (take(reader, /\\/y) ? readEscape(reader) : takeCodePoint(reader))

const syntax: Syntax = {
  atom: readAtom,
  member: readMember,
  repetition: /([*+?]|\{(\d+)(?:(,)(\d*))?\})(\??)/y,
  firstBracketIsMember: false,
}
