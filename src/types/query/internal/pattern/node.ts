import type { Ranges } from './ranges.ts'

/** A subset of the code points in a set. */
export type Part =
  | {
      readonly _tag: 'Ranges'
      readonly ranges: Ranges
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
  readonly parts: ReadonlyArray<Part>
  readonly ignoresCase: boolean
}

/**
 * An anchor. A `line` ends at `\n`, a `jsLine` at any of JavaScript's line terminators; a `word` consists of ASCII
 * characters, a `foldedWord` also of the two other characters that fold to ASCII letters when ignoring case.
 */
export type Place =
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
export type Node =
  | CodePointSet
  | { readonly _tag: 'At'; readonly place: Place }
  | { readonly _tag: 'Sequence'; readonly items: ReadonlyArray<Node> }
  | { readonly _tag: 'Choice'; readonly items: ReadonlyArray<Node> }
  | { readonly _tag: 'Capture'; readonly name: string | undefined; readonly item: Node }
  | {
      readonly _tag: 'Repeat'
      readonly item: Node
      readonly min: number
      readonly max: number
      readonly isLazy: boolean
    }

export const at = (place: Place): Node => ({ _tag: 'At', place })

export const setOf = (parts: ReadonlyArray<Part>, ignoresCase: boolean, isNegated: boolean = false): CodePointSet => ({
  _tag: 'Set',
  isNegated,
  parts,
  ignoresCase,
})

export const rangePart = (from: number, to: number = from): Part => ({
  _tag: 'Ranges',
  ranges: [[from, to]],
  isClosed: false,
})

/** Maps the sets, anchors and repetitions of an expression, innermost first. */
export const mapNode = (node: Node, replace: (node: Node) => Node): Node => {
  switch (node._tag) {
    case 'Sequence':
    case 'Choice':
      return replace({ ...node, items: node.items.map((item) => mapNode(item, replace)) })
    case 'Capture':
    case 'Repeat':
      return replace({ ...node, item: mapNode(node.item, replace) })
    default:
      return replace(node)
  }
}

/** All nodes of an expression, including itself. */
export const nodesOf = (node: Node): ReadonlyArray<Node> => {
  const found: Array<Node> = []
  mapNode(node, (inner) => {
    found.push(inner)
    return inner
  })
  return found
}
