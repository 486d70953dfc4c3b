import { foldedWord, foldedWordRanges, jsLineEnd, notFoldedWord } from './classes.ts'
import {
  type Anchor,
  allNodes,
  anchor,
  areDisjoint,
  isSubset,
  type PatternNode,
  rejectPattern,
  type SetPart,
  setOf,
} from './node.ts'

type Side = 'start' | 'end'

/**
 * Replaces the anchors that RE2 does not have. At the start and the end of a whole expression such an anchor can be
 * expressed by the adjacent character, since only whether there is a match counts.
 */
export const rewriteJsAnchors = (node: PatternNode): PatternNode => atEdge('end', atEdge('start', node))

const atEdge = (side: Side, node: PatternNode): PatternNode => {
  switch (node._tag) {
    case 'Anchor':
      return adjacent(side, node.anchor, undefined) ?? node
    case 'Capture':
      return { ...node, item: atEdge(side, node.item) }
    case 'Choice':
      return { ...node, items: node.items.map((item) => atEdge(side, item)) }
    case 'Sequence': {
      const index = side === 'start' ? 0 : node.items.length - 1
      const item = node.items[index]
      if (item === undefined) return node
      const next = node.items[side === 'start' ? 1 : index - 1]
      const replaced = item._tag === 'Anchor' ? (adjacent(side, item.anchor, next) ?? item) : atEdge(side, item)
      return { ...node, items: node.items.with(index, replaced) }
    }
    default:
      return node
  }
}

/** A character of the set, or the start or end of the text. */
const edgeOr = (side: Side, part: SetPart): PatternNode => ({
  _tag: 'Choice',
  items: [anchor(side === 'start' ? 'textStart' : 'textEnd'), setOf([part], false)],
})

const adjacent = (side: Side, anchor: Anchor, next: PatternNode | undefined): PatternNode | undefined => {
  if (anchor === (side === 'start' ? 'jsLineStart' : 'jsLineEnd')) return edgeOr(side, jsLineEnd)
  if (anchor !== 'foldedWordBoundary' && anchor !== 'noFoldedWordBoundary') return undefined
  const nextIsWord = next === undefined ? undefined : isWord(side, next)
  if (nextIsWord === undefined) return undefined
  return nextIsWord === (anchor === 'foldedWordBoundary') ? edgeOr(side, notFoldedWord) : setOf([foldedWord], false)
}

/** Whether that side of an expression is certainly a word character, or certainly not; `undefined` if neither. */
const isWord = (side: Side, node: PatternNode): boolean | undefined => {
  switch (node._tag) {
    case 'Set': {
      if (node.isNegated || node.parts.length === 0) return undefined
      const ranges = node.parts.map((part) => (part._tag === 'Ranges' ? part.ranges : undefined))
      if (ranges.every((some) => some !== undefined && isSubset(some, foldedWordRanges))) return true
      return ranges.every((some) => some !== undefined && areDisjoint(some, foldedWordRanges)) ? false : undefined
    }
    case 'Capture':
      return isWord(side, node.item)
    case 'Repeat':
      return node.min > 0 ? isWord(side, node.item) : undefined
    case 'Sequence': {
      const item = side === 'start' ? node.items[0] : node.items.at(-1)
      return item === undefined ? undefined : isWord(side, item)
    }
    case 'Choice': {
      const [first, ...others] = node.items.map((item) => isWord(side, item))
      return others.every((other) => other === first) ? first : undefined
    }
    default:
      return undefined
  }
}

/** A remaining anchor has no equivalent. */
export const rejectJsAnchor = (anchor: Anchor): string => {
  switch (anchor) {
    case 'jsLineStart':
    case 'jsLineEnd':
      return rejectPattern('has a line anchor inside (flag m), but RE2 recognizes fewer line ends')
    default:
      return rejectPattern('has a word boundary inside and ignores case, which RE2 interprets differently')
  }
}

/** Whether an expression can match the empty string. */
const canBeEmpty = (node: PatternNode): boolean => {
  switch (node._tag) {
    case 'Set':
      return false
    case 'Anchor':
      return true
    case 'Sequence':
      return node.items.every(canBeEmpty)
    case 'Choice':
      return node.items.some(canBeEmpty)
    case 'Capture':
      return canBeEmpty(node.item)
    case 'Repeat':
      return node.min === 0 || canBeEmpty(node.item)
  }
}

/** Engines match a bare `\B` inside a character of several bytes or units, and not at the same positions. */
export const rejectBareNonBoundary = (node: PatternNode): void => {
  const hasIt = allNodes(node).some((inner) => inner._tag === 'Anchor' && inner.anchor === 'noWordBoundary')
  if (hasIt && canBeEmpty(node))
    rejectPattern('can match the empty string and has \\B, which engines interpret differently')
}
