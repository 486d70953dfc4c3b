import { anyCodePoint, notNewline, notRe2Space, posixClass, propertyKind, re2Space, sharedClass } from './classes.ts'
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

/** Parses an expression in RE2 syntax. */
export const readRe2 = (text: string): PatternNode =>
  readPattern(
    { text: unquoted(text), at: 0, depth: 0, ignoresCase: false, isMultiline: false, dotAll: false, names: new Set() },
    syntax,
  )

/** Replaces `\Q…\E` by numeric escapes, so that nothing in it has a special meaning. */
const unquoted = (text: string): string =>
  text.replace(
    // A class without an end goes to the end, so that none is looked for twice.
    /\\Q(.*?)(?:\\E|$)|\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*(?:\]|$)/gsu,
    (whole, quoted: string | undefined) =>
      quoted === undefined
        ? whole
        : Array.from(quoted, (character) => `\\x{${(character.codePointAt(0) ?? 0).toString(16)}}`).join(''),
  )

const escapes: Readonly<Record<string, number>> = { a: 7, t: 9, n: 10, v: 11, f: 12, r: 13 }

/** A code point or a class, after its backslash. */
const readEscape = (reader: PatternReader): number | SetPart => {
  const hex = takeMatch(reader, /x(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/y)
  if (hex !== undefined) return checkCodePoint(Number.parseInt(hex[1] ?? hex[2] ?? '', 16))
  const octal = takeMatch(reader, /0[0-7]{0,2}|[1-7][0-7]{1,2}/y)
  if (octal !== undefined) return Number.parseInt(octal[0] ?? '', 8)
  const property = takeMatch(reader, /([pP])(?:\{(\^?)(\w+)\}|([A-Za-z]))/y)
  if (property !== undefined) return propertyOf((property[1] === 'P') !== (property[2] === '^'), property)
  if (takeMatch(reader, /C/y)) return rejectPattern('matches single bytes (\\C), which JavaScript does not support')
  const codePoint = takeCodePoint(reader)
  const letter = String.fromCodePoint(codePoint)
  if (letter === 's') return re2Space
  if (letter === 'S') return notRe2Space
  const known = sharedClass(letter, reader.ignoresCase) ?? escapes[letter]
  if (known !== undefined) return known
  return codePoint < 0x80 && !/[A-Za-z0-9]/.test(letter)
    ? codePoint
    : rejectPattern(`has an escape that RE2 does not support here: \\${letter}`)
}

const propertyOf = (isNegated: boolean, [, , , long, short]: ReadonlyArray<string | undefined>): SetPart => {
  const name = long ?? short ?? ''
  if (name === 'Any' && !isNegated) return anyCodePoint
  return propertyKind(name) === undefined
    ? rejectPattern(`has a Unicode property that JavaScript does not support or interprets differently: ${name}`)
    : { _tag: 'Property', name, isNegated }
}

/** `(?im)` applies to the rest of its group, `(?im:…)` to its contents. */
const setFlags = (reader: PatternReader, on: string, off: string): void => {
  const isOn = (flag: string, before: boolean): boolean => !off.includes(flag) && (on.includes(flag) || before)
  reader.ignoresCase = isOn('i', reader.ignoresCase)
  reader.isMultiline = isOn('m', reader.isMultiline)
  reader.dotAll = isOn('s', reader.dotAll)
}

const readFlags = (
  reader: PatternReader,
  [, on = '', off = '', end]: ReadonlyArray<string | undefined>,
): PatternNode | undefined => {
  if (end === ')') {
    setFlags(reader, on, off)
    return undefined
  }
  const { ignoresCase, isMultiline, dotAll } = reader
  setFlags(reader, on, off)
  const node = readGroup(reader, syntax)
  Object.assign(reader, { ignoresCase, isMultiline, dotAll })
  return node
}

const readCapture = (reader: PatternReader, name: string | undefined): PatternNode => {
  if (name !== undefined) {
    if (reader.names.has(name)) rejectPattern(`has two groups named ${name}`)
    reader.names.add(name)
  }
  return { _tag: 'Capture', name, item: readGroup(reader, syntax) }
}

const readAtom = (reader: PatternReader): PatternNode | undefined => {
  const { ignoresCase } = reader
  if (takeMatch(reader, REPETITION)) return rejectPattern('has a quantifier after nothing or after another quantifier')
  const capture = takeMatch(reader, /\((?:\?P?<(\w+)>|(?!\?))/y)
  if (capture !== undefined) return readCapture(reader, capture[1])
  const flags =
    takeMatch(reader, /\(\?([imsU]*)(?:-([imsU]+))?(:)/y) ??
    takeMatch(reader, /\(\?(?=[-\w])([imsU]*)(?:-([imsU]+))?(\))/y)
  if (flags !== undefined) return readFlags(reader, flags)
  if (takeMatch(reader, /\(/y)) return rejectPattern('has a kind of group that RE2 does not support')
  if (takeMatch(reader, /\[/y)) return readClass(reader, syntax)
  if (takeMatch(reader, /\./y)) return setOf([reader.dotAll ? anyCodePoint : notNewline], ignoresCase)
  if (takeMatch(reader, /\^/y)) return anchor(reader.isMultiline ? 'lineStart' : 'textStart')
  if (takeMatch(reader, /\$/y)) return anchor(reader.isMultiline ? 'lineEnd' : 'textEnd')
  if (takeMatch(reader, /\\A/y)) return anchor('textStart')
  if (takeMatch(reader, /\\z/y)) return anchor('textEnd')
  if (takeMatch(reader, /\\b/y)) return anchor('wordBoundary')
  if (takeMatch(reader, /\\B/y)) return anchor('noWordBoundary')
  const found = takeMatch(reader, /\\/y) ? readEscape(reader) : takeCodePoint(reader)
  return typeof found === 'number' ? literalNode(reader, found) : setOf([found], ignoresCase)
}

const readMember = (reader: PatternReader): number | SetPart => {
  const posix = takeMatch(reader, /\[:(\^?)(\w+):\]/y)
  if (posix !== undefined)
    return (
      posixClass(posix[2] ?? '', posix[1] === '^', reader.ignoresCase) ?? rejectPattern('has an unknown POSIX class')
    )
  if (takeMatch(reader, /\[:/y)) return rejectPattern('has an invalid POSIX class')
  return takeMatch(reader, /\\/y) ? readEscape(reader) : takeCodePoint(reader)
}

const REPETITION = /([*+?]|\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\})(\??)/y

const syntax: PatternSyntax = {
  atom: readAtom,
  member: readMember,
  repetition: REPETITION,
  firstBracketIsMember: true,
}
