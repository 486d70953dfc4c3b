/** Inclusive ranges of code points, ascending and disjoint. */
export type CodePointRanges = ReadonlyArray<readonly [from: number, to: number]>

export const MAX_CODE_POINT = 0x10ffff

/** The same code points in order, without overlaps. */
export const normalizeRanges = (ranges: CodePointRanges): CodePointRanges => {
  const joined: Array<readonly [from: number, to: number]> = []
  for (const [from, to] of ranges.toSorted(([one], [other]) => one - other)) {
    const before = joined.at(-1)
    if (before !== undefined && from <= before[1] + 1) joined.splice(-1, 1, [before[0], Math.max(before[1], to)])
    else joined.push([from, to])
  }
  return joined
}

/** All other code points. The ranges must be sorted. */
export const complement = (ranges: CodePointRanges): CodePointRanges => {
  const starts = [0, ...ranges.map(([, to]) => to + 1)]
  const ends = [...ranges.map(([from]) => from - 1), MAX_CODE_POINT]
  return starts.flatMap((from, index) => {
    const to = ends[index] ?? MAX_CODE_POINT
    return from <= to ? [[from, to] as const] : []
  })
}

export const isSubset = (ranges: CodePointRanges, whole: CodePointRanges): boolean =>
  ranges.every(([from, to]) => whole.some(([first, last]) => first <= from && to <= last))

export const areDisjoint = (ranges: CodePointRanges, others: CodePointRanges): boolean =>
  ranges.every(([from, to]) => others.every(([first, last]) => to < first || last < from))

/** A subset of the code points in a set. */
export type SetPart =
  | {
      readonly _tag: 'Ranges'
      readonly ranges: CodePointRanges
      /** Whether it includes all cases of each of its letters, so that ignoring case adds nothing. */
      readonly isClosed: boolean
      /** A spelling with the same meaning in both languages. */
      readonly spelling?: string
    }
  | { readonly _tag: 'Property'; readonly name: string; readonly isNegated: boolean }

/** One code point of a set; also a literal character. */
export interface CodePointSet {
  readonly _tag: 'Set'
  readonly isNegated: boolean
  readonly parts: ReadonlyArray<SetPart>
  readonly ignoresCase: boolean
}

/**
 * An anchor. A `line` ends at `\n`, a `jsLine` at any of JavaScript's line terminators; a `word` consists of ASCII
 * characters, a `foldedWord` also of the two other characters that fold to ASCII letters when ignoring case.
 */
export type Anchor =
  | 'textStart'
  | 'textEnd'
  | 'lineStart'
  | 'lineEnd'
  | 'jsLineStart'
  | 'jsLineEnd'
  | 'wordBoundary'
  | 'noWordBoundary'
  | 'foldedWordBoundary'
  | 'noFoldedWordBoundary'

/** A regular expression of either language. */
export type PatternNode =
  | CodePointSet
  | { readonly _tag: 'Anchor'; readonly anchor: Anchor }
  | { readonly _tag: 'Sequence'; readonly items: ReadonlyArray<PatternNode> }
  | { readonly _tag: 'Choice'; readonly items: ReadonlyArray<PatternNode> }
  | { readonly _tag: 'Capture'; readonly name: string | undefined; readonly item: PatternNode }
  | {
      readonly _tag: 'Repeat'
      readonly item: PatternNode
      readonly min: number
      readonly max: number
      readonly isLazy: boolean
    }

export const anchor = (kind: Anchor): PatternNode => ({ _tag: 'Anchor', anchor: kind })

export const setOf = (
  parts: ReadonlyArray<SetPart>,
  ignoresCase: boolean,
  isNegated: boolean = false,
): CodePointSet => ({
  _tag: 'Set',
  isNegated,
  parts,
  ignoresCase,
})

export const rangePart = (from: number, to: number = from): SetPart => ({
  _tag: 'Ranges',
  ranges: [[from, to]],
  isClosed: false,
})

/** Maps the sets, anchors and repetitions of an expression, innermost first. */
export const mapPattern = (node: PatternNode, replace: (node: PatternNode) => PatternNode): PatternNode => {
  switch (node._tag) {
    case 'Sequence':
    case 'Choice':
      return replace({ ...node, items: node.items.map((item) => mapPattern(item, replace)) })
    case 'Capture':
    case 'Repeat':
      return replace({ ...node, item: mapPattern(node.item, replace) })
    default:
      return replace(node)
  }
}

/** All nodes of an expression, including itself. */
export const allNodes = (node: PatternNode): ReadonlyArray<PatternNode> => {
  const found: Array<PatternNode> = []
  mapPattern(node, (inner) => {
    found.push(inner)
    return inner
  })
  return found
}

/** Thrown when an expression has no equivalent; the message is a predicate about the expression. */
export class UntranslatablePattern extends Error {}

export const rejectPattern = (reason: string): never => {
  throw new UntranslatablePattern(reason)
}

/** Engines take seconds to read what is longer. */
export const MAX_PATTERN_LENGTH = 50_000

export const rejectLargePattern = (): never => rejectPattern('is larger than RE2 allows')
