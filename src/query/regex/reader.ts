import { type CodePointSet, type PatternNode, rangePart, rejectPattern, type SetPart, setOf } from './node.ts'

/** The position in the text, and the flags in effect there. */
export interface PatternReader {
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
export interface PatternSyntax {
  readonly atom: (reader: PatternReader) => PatternNode | undefined
  /** A member of a class: a single code point, or several. */
  readonly member: (reader: PatternReader) => number | SetPart
  /** The quantifier, its two counts and the mark of a lazy one. */
  readonly repetition: RegExp
  /** Whether a closing bracket is literal at the start of a class. */
  readonly firstBracketIsMember: boolean
}

const MAX_GROUP_DEPTH = 200

/** Matches a sticky expression at the current position and advances past it. */
export const takeMatch = (reader: PatternReader, expression: RegExp): ReadonlyArray<string | undefined> | undefined => {
  expression.lastIndex = reader.at
  const found = expression.exec(reader.text)
  if (found === null) return undefined
  reader.at += found[0].length
  return found
}

export const takeCodePoint = (reader: PatternReader): number => {
  const codePoint = reader.text.codePointAt(reader.at) ?? rejectPattern('ends unexpectedly')
  reader.at += codePoint > 0xffff ? 2 : 1
  return checkCodePoint(codePoint)
}

export const checkCodePoint = (codePoint: number): number => {
  if (codePoint > 0x10ffff) rejectPattern('has a code point above U+10FFFF')
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) rejectPattern('has a lone surrogate, which UTF-8 cannot encode')
  return codePoint
}

export const literalNode = (reader: PatternReader, codePoint: number): PatternNode =>
  setOf([rangePart(codePoint)], reader.ignoresCase)

export const readPattern = (reader: PatternReader, syntax: PatternSyntax): PatternNode => {
  const node = readChoice(reader, syntax)
  return reader.at < reader.text.length ? rejectPattern('has an unmatched closing parenthesis') : node
}

const readChoice = (reader: PatternReader, syntax: PatternSyntax): PatternNode => {
  const items = [readSequence(reader, syntax)]
  while (takeMatch(reader, /\|/y)) items.push(readSequence(reader, syntax))
  const [only] = items
  return items.length === 1 && only !== undefined ? only : { _tag: 'Choice', items }
}

const readSequence = (reader: PatternReader, syntax: PatternSyntax): PatternNode => {
  const items: Array<PatternNode> = []
  while (reader.at < reader.text.length && !/[|)]/.test(reader.text.charAt(reader.at))) {
    const item = syntax.atom(reader)
    if (item !== undefined) items.push(readRepetition(reader, syntax, item))
  }
  const [only] = items
  return items.length === 1 && only !== undefined ? only : { _tag: 'Sequence', items }
}

const readRepetition = (reader: PatternReader, syntax: PatternSyntax, item: PatternNode): PatternNode => {
  const found = takeMatch(reader, syntax.repetition)
  if (found === undefined) return item
  const [, sign = '', least = '', comma = '', most = '', lazy] = found
  const min = sign === '+' ? 1 : Number(least)
  const max = sign === '?' ? 1 : sign === '*' || sign === '+' ? Infinity : comma === '' ? min : Number(most || Infinity)
  if (max < min) rejectPattern('has a quantifier whose minimum exceeds its maximum')
  return { _tag: 'Repeat', item, min, max, isLazy: lazy !== undefined && lazy !== '' }
}

/** The rest of a group, up to its end. Flags changed inside are restored. */
export const readGroup = (reader: PatternReader, syntax: PatternSyntax): PatternNode => {
  const { ignoresCase, isMultiline, dotAll } = reader
  reader.depth += 1
  if (reader.depth > MAX_GROUP_DEPTH) rejectPattern(`nests more than ${MAX_GROUP_DEPTH} groups`)
  const node = readChoice(reader, syntax)
  if (!takeMatch(reader, /\)/y)) rejectPattern('has an unclosed group')
  reader.depth -= 1
  Object.assign(reader, { ignoresCase, isMultiline, dotAll })
  return node
}

/** A class, after its opening bracket. */
export const readClass = (reader: PatternReader, syntax: PatternSyntax): CodePointSet => {
  const isNegated = takeMatch(reader, /\^/y) !== undefined
  const parts: Array<SetPart> = []
  let mayEnd = !syntax.firstBracketIsMember
  while (!(mayEnd && takeMatch(reader, /\]/y))) {
    mayEnd = true
    const from = syntax.member(reader)
    if (typeof from !== 'number') parts.push(from)
    else if (takeMatch(reader, /-(?!\])/y)) {
      const to = syntax.member(reader)
      parts.push(
        typeof to === 'number' && from <= to ? rangePart(from, to) : rejectPattern('has an invalid character range'),
      )
    } else parts.push(rangePart(from))
  }
  return setOf(parts, reader.ignoresCase, isNegated)
}
