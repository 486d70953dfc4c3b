import { foldedWord, foldedWordRanges, jsLineEnd, noFoldedWord } from './classes.ts'
import { at, type Node, type Part, type Place, setOf } from './node.ts'
import { refuse } from './Refusal.ts'
import { isApart, isWithin } from './ranges.ts'

type Side = 'start' | 'end'

/**
 * Replaces the anchors that RE2 does not have. At the start and the end of a whole expression such an anchor can be
 * expressed by the adjacent character, since only whether there is a match counts.
 */
export const withoutForeignPlaces = (node: Node): Node => atEdge('end', atEdge('start', node))

const atEdge = (side: Side, node: Node): Node => {
  switch (node._tag) {
    case 'At':
      return adjacent(side, node.place, undefined) ?? node
    case 'Capture':
      return { ...node, item: atEdge(side, node.item) }
    case 'Choice':
      return { ...node, items: node.items.map((item) => atEdge(side, item)) }
    case 'Sequence': {
      const index = side === 'start' ? 0 : node.items.length - 1
      const item = node.items[index]
      if (item === undefined) return node
      const next = node.items[side === 'start' ? 1 : index - 1]
      const replaced = item._tag === 'At' ? (adjacent(side, item.place, next) ?? item) : atEdge(side, item)
      return { ...node, items: node.items.with(index, replaced) }
    }
    default:
      return node
  }
}

/** A character of the set, or the start or end of the text. */
const edgeOr = (side: Side, part: Part): Node => ({
  _tag: 'Choice',
  items: [at(side === 'start' ? 'textStart' : 'textEnd'), setOf([part], false)],
})

const adjacent = (side: Side, place: Place, next: Node | undefined): Node | undefined => {
  if (place === (side === 'start' ? 'jsLineStart' : 'jsLineEnd')) return edgeOr(side, jsLineEnd)
  if (place !== 'foldedWordBoundary' && place !== 'noFoldedWordBoundary') return undefined
  const nextIsWord = next === undefined ? undefined : isWord(side, next)
  if (nextIsWord === undefined) return undefined
  return nextIsWord === (place === 'foldedWordBoundary') ? edgeOr(side, noFoldedWord) : setOf([foldedWord], false)
}

/** Whether that side of an expression is certainly a word character, or certainly not; `undefined` if neither. */
const isWord = (side: Side, node: Node): boolean | undefined => {
  switch (node._tag) {
    case 'Set': {
      if (node.isNegated || node.parts.length === 0) return undefined
      const ranges = node.parts.map((part) => (part._tag === 'Ranges' ? part.ranges : undefined))
      if (ranges.every((some) => some !== undefined && isWithin(some, foldedWordRanges))) return true
      return ranges.every((some) => some !== undefined && isApart(some, foldedWordRanges)) ? false : undefined
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
export const refuseForeignPlace = (place: Place): string => {
  switch (place) {
    case 'jsLineStart':
    case 'jsLineEnd':
      return refuse('has a line anchor inside (flag m), but RE2 recognizes fewer line ends')
    default:
      return refuse('has a word boundary inside and ignores case, which RE2 interprets differently')
  }
}
