import { type CodePointSet, type Node, type Part, rangePart, setOf } from './node.ts'
import { refuse } from './Refusal.ts'

/** How far a text has been read, and what holds there. */
export interface Reader {
  readonly text: string
  at: number
  depth: number
  ignoresCase: boolean
  isMultiline: boolean
  dotAll: boolean
  /** The names of groups so far. */
  readonly names: Set<string>
}

/** What differs between the languages. Nothing is given for what only switches a flag. */
export interface Syntax {
  readonly atom: (reader: Reader) => Node | undefined
  /** One member of a class: a code point, or many. */
  readonly member: (reader: Reader) => number | Part
  /** The repetition, its two counts and the mark of a lazy one. */
  readonly repetition: RegExp
  /** Whether a bracket that stands first in a class is a member of it. */
  readonly firstBracketIsMember: boolean
}

const MOST_GROUPS = 200

/** What a sticky expression finds here, and steps over it. */
export const take = (reader: Reader, expression: RegExp): ReadonlyArray<string | undefined> | undefined => {
  expression.lastIndex = reader.at
  const found = expression.exec(reader.text)
  if (found === null) return undefined
  reader.at += found[0].length
  return found
}

export const takeCodePoint = (reader: Reader): number => {
  const codePoint = reader.text.codePointAt(reader.at) ?? refuse('ends too early')
  reader.at += codePoint > 0xffff ? 2 : 1
  return wholeCodePoint(codePoint)
}

export const wholeCodePoint = (codePoint: number): number => {
  if (codePoint > 0x10ffff) refuse('has a code point above U+10FFFF')
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) refuse('has half of a character, which no UTF-8 text has')
  return codePoint
}

export const characterOf = (reader: Reader, codePoint: number): Node =>
  setOf([rangePart(codePoint)], reader.ignoresCase)

export const readWhole = (reader: Reader, syntax: Syntax): Node => {
  const node = readChoice(reader, syntax)
  return reader.at < reader.text.length ? refuse('closes a group that is not open') : node
}

const readChoice = (reader: Reader, syntax: Syntax): Node => {
  const items = [readSequence(reader, syntax)]
  while (take(reader, /\|/y)) items.push(readSequence(reader, syntax))
  const [only] = items
  return items.length === 1 && only !== undefined ? only : { _tag: 'Choice', items }
}

const readSequence = (reader: Reader, syntax: Syntax): Node => {
  const items: Array<Node> = []
  while (reader.at < reader.text.length && !/[|)]/.test(reader.text.charAt(reader.at))) {
    const item = syntax.atom(reader)
    if (item !== undefined) items.push(readRepetition(reader, syntax, item))
  }
  const [only] = items
  return items.length === 1 && only !== undefined ? only : { _tag: 'Sequence', items }
}

const readRepetition = (reader: Reader, syntax: Syntax, item: Node): Node => {
  const found = take(reader, syntax.repetition)
  if (found === undefined) return item
  const [, sign = '', least = '', comma = '', most = '', lazy] = found
  const min = sign === '+' ? 1 : Number(least)
  const max = sign === '?' ? 1 : sign === '*' || sign === '+' ? Infinity : comma === '' ? min : Number(most || Infinity)
  if (max < min) refuse('has a repetition whose counts are the wrong way round')
  return { _tag: 'Repeat', item, min, max, isLazy: lazy !== undefined && lazy !== '' }
}

/** What stands in a group, up to its end. Flags that change inside go back. */
export const readGroup = (reader: Reader, syntax: Syntax): Node => {
  const { ignoresCase, isMultiline, dotAll } = reader
  reader.depth += 1
  if (reader.depth > MOST_GROUPS) refuse(`nests more than ${MOST_GROUPS} groups`)
  const node = readChoice(reader, syntax)
  if (!take(reader, /\)/y)) refuse('has a group that does not end')
  reader.depth -= 1
  Object.assign(reader, { ignoresCase, isMultiline, dotAll })
  return node
}

/** A class, of which the opening bracket has been read. */
export const readClass = (reader: Reader, syntax: Syntax): CodePointSet => {
  const isNegated = take(reader, /\^/y) !== undefined
  const parts: Array<Part> = []
  let mayEnd = !syntax.firstBracketIsMember
  while (!(mayEnd && take(reader, /\]/y))) {
    mayEnd = true
    const from = syntax.member(reader)
    if (typeof from !== 'number') parts.push(from)
    else if (take(reader, /-(?!\])/y)) {
      const to = syntax.member(reader)
      parts.push(typeof to === 'number' && from <= to ? rangePart(from, to) : refuse('has a range that ends wrongly'))
    } else parts.push(rangePart(from))
  }
  return setOf(parts, reader.ignoresCase, isNegated)
}
