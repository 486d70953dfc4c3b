import { type CodePointSet, type Node, type Part, rangePart, setOf } from './node.ts'
import { refuse } from './Refusal.ts'

/** The position in the text, and the flags in effect there. */
export interface Reader {
  readonly text: string
  at: number
  depth: number
  ignoresCase: boolean
  isMultiline: boolean
  dotAll: boolean
  /** The group names so far. */
  readonly names: Set<string>
}

/** The differences between the languages. `atom` returns `undefined` for a construct that only switches flags. */
export interface Syntax {
  readonly atom: (reader: Reader) => Node | undefined
  /** A member of a class: a single code point, or several. */
  readonly member: (reader: Reader) => number | Part
  /** The quantifier, its two counts and the mark of a lazy one. */
  readonly repetition: RegExp
  /** Whether a closing bracket is literal at the start of a class. */
  readonly firstBracketIsMember: boolean
}

const MAX_GROUP_DEPTH = 200

/** Matches a sticky expression at the current position and advances past it. */
export const take = (reader: Reader, expression: RegExp): ReadonlyArray<string | undefined> | undefined => {
  expression.lastIndex = reader.at
  const found = expression.exec(reader.text)
  if (found === null) return undefined
  reader.at += found[0].length
  return found
}

export const takeCodePoint = (reader: Reader): number => {
  const codePoint = reader.text.codePointAt(reader.at) ?? refuse('ends unexpectedly')
  reader.at += codePoint > 0xffff ? 2 : 1
  return wholeCodePoint(codePoint)
}

export const wholeCodePoint = (codePoint: number): number => {
  if (codePoint > 0x10ffff) refuse('has a code point above U+10FFFF')
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) refuse('has a lone surrogate, which UTF-8 cannot encode')
  return codePoint
}

export const characterOf = (reader: Reader, codePoint: number): Node =>
  setOf([rangePart(codePoint)], reader.ignoresCase)

export const readWhole = (reader: Reader, syntax: Syntax): Node => {
  const node = readChoice(reader, syntax)
  return reader.at < reader.text.length ? refuse('has an unmatched closing parenthesis') : node
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
  if (max < min) refuse('has a quantifier whose minimum exceeds its maximum')
  return { _tag: 'Repeat', item, min, max, isLazy: lazy !== undefined && lazy !== '' }
}

/** The rest of a group, up to its end. Flags changed inside are restored. */
export const readGroup = (reader: Reader, syntax: Syntax): Node => {
  const { ignoresCase, isMultiline, dotAll } = reader
  reader.depth += 1
  if (reader.depth > MAX_GROUP_DEPTH) refuse(`nests more than ${MAX_GROUP_DEPTH} groups`)
  const node = readChoice(reader, syntax)
  if (!take(reader, /\)/y)) refuse('has an unclosed group')
  reader.depth -= 1
  Object.assign(reader, { ignoresCase, isMultiline, dotAll })
  return node
}

/** A class, after its opening bracket. */
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
      parts.push(typeof to === 'number' && from <= to ? rangePart(from, to) : refuse('has an invalid character range'))
    } else parts.push(rangePart(from))
  }
  return setOf(parts, reader.ignoresCase, isNegated)
}
