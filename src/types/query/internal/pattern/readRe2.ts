import { everything, noNewline, noRe2Space, re2Space, sharedClass } from './classes.ts'
import { at, type Node, type Part, setOf } from './node.ts'
import { posixClass } from './posixClass.ts'
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

/** Parses an expression in RE2 syntax. */
export const readRe2 = (text: string): Node =>
  readWhole(
    { text: unquoted(text), at: 0, depth: 0, ignoresCase: false, isMultiline: false, dotAll: false, names: new Set() },
    syntax,
  )

/** Replaces `\Q…\E` by numeric escapes, so that nothing in it has a special meaning. */
const unquoted = (text: string): string =>
  text.replace(
    /\\Q(.*?)(?:\\E|$)|\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]/gsu,
    (whole, quoted: string | undefined) =>
      quoted === undefined
        ? whole
        : Array.from(quoted, (character) => `\\x{${(character.codePointAt(0) ?? 0).toString(16)}}`).join(''),
  )

const escapes: Readonly<Record<string, number>> = { a: 7, t: 9, n: 10, v: 11, f: 12, r: 13 }

/** A code point or a class, after its backslash. */
const readEscape = (reader: Reader): number | Part => {
  const hex = take(reader, /x(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/y)
  if (hex !== undefined) return wholeCodePoint(Number.parseInt(hex[1] ?? hex[2] ?? '', 16))
  const octal = take(reader, /0[0-7]{0,2}|[1-7][0-7]{1,2}/y)
  if (octal !== undefined) return Number.parseInt(octal[0] ?? '', 8)
  const property = take(reader, /([pP])(?:\{(\^?)(\w+)\}|([A-Za-z]))/y)
  if (property !== undefined) return propertyOf((property[1] === 'P') !== (property[2] === '^'), property)
  if (take(reader, /C/y)) return refuse('matches single bytes (\\C), which JavaScript does not support')
  const codePoint = takeCodePoint(reader)
  const letter = String.fromCodePoint(codePoint)
  if (letter === 's') return re2Space
  if (letter === 'S') return noRe2Space
  const known = sharedClass(letter, reader.ignoresCase) ?? escapes[letter]
  if (known !== undefined) return known
  return codePoint < 0x80 && !/[A-Za-z0-9]/.test(letter)
    ? codePoint
    : refuse(`has an escape that RE2 does not support here: \\${letter}`)
}

const propertyOf = (isNegated: boolean, [, , , long, short]: ReadonlyArray<string | undefined>): Part => {
  const name = long ?? short ?? ''
  if (name === 'Any' && !isNegated) return everything
  return propertyKind(name) === undefined
    ? refuse(`has a Unicode property that JavaScript does not support or interprets differently: ${name}`)
    : { _tag: 'Property', name, isNegated }
}

/** `(?im)` applies to the rest of its group, `(?im:…)` to its contents. */
const setFlags = (reader: Reader, on: string, off: string): void => {
  const isOn = (flag: string, before: boolean): boolean => !off.includes(flag) && (on.includes(flag) || before)
  reader.ignoresCase = isOn('i', reader.ignoresCase)
  reader.isMultiline = isOn('m', reader.isMultiline)
  reader.dotAll = isOn('s', reader.dotAll)
}

const readFlags = (reader: Reader, [, on = '', off = '', end]: ReadonlyArray<string | undefined>): Node | undefined => {
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

const readCapture = (reader: Reader, name: string | undefined): Node => {
  if (name !== undefined) {
    if (reader.names.has(name)) refuse(`has two groups named ${name}`)
    reader.names.add(name)
  }
  return { _tag: 'Capture', name, item: readGroup(reader, syntax) }
}

const readAtom = (reader: Reader): Node | undefined => {
  const { ignoresCase } = reader
  if (take(reader, REPETITION)) return refuse('has a quantifier after nothing or after another quantifier')
  const capture = take(reader, /\((?:\?P?<(\w+)>|(?!\?))/y)
  if (capture !== undefined) return readCapture(reader, capture[1])
  const flags =
    take(reader, /\(\?([imsU]*)(?:-([imsU]+))?(:)/y) ?? take(reader, /\(\?(?=[-\w])([imsU]*)(?:-([imsU]+))?(\))/y)
  if (flags !== undefined) return readFlags(reader, flags)
  if (take(reader, /\(/y)) return refuse('has a kind of group that RE2 does not support')
  if (take(reader, /\[/y)) return readClass(reader, syntax)
  if (take(reader, /\./y)) return setOf([reader.dotAll ? everything : noNewline], ignoresCase)
  if (take(reader, /\^/y)) return at(reader.isMultiline ? 'lineStart' : 'textStart')
  if (take(reader, /\$/y)) return at(reader.isMultiline ? 'lineEnd' : 'textEnd')
  if (take(reader, /\\A/y)) return at('textStart')
  if (take(reader, /\\z/y)) return at('textEnd')
  if (take(reader, /\\b/y)) return at('wordBoundary')
  if (take(reader, /\\B/y)) return at('noWordBoundary')
  const found = take(reader, /\\/y) ? readEscape(reader) : takeCodePoint(reader)
  return typeof found === 'number' ? characterOf(reader, found) : setOf([found], ignoresCase)
}

const readMember = (reader: Reader): number | Part => {
  const posix = take(reader, /\[:(\^?)(\w+):\]/y)
  if (posix !== undefined)
    return posixClass(posix[2] ?? '', posix[1] === '^', reader.ignoresCase) ?? refuse('has an unknown POSIX class')
  if (take(reader, /\[:/y)) return refuse('has an invalid POSIX class')
  return take(reader, /\\/y) ? readEscape(reader) : takeCodePoint(reader)
}

const REPETITION = /([*+?]|\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\})(\??)/y

const syntax: Syntax = {
  atom: readAtom,
  member: readMember,
  repetition: REPETITION,
  firstBracketIsMember: true,
}
