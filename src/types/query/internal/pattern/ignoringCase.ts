import { withAsciiCases } from './asciiCases.ts'
import { type CodePointSet, mapNode, type Node, nodesOf, type Part } from './node.ts'
import { refuse } from './Refusal.ts'
import { isWithin, LAST, type Ranges } from './ranges.ts'

/** Code points without letters that have case. */
const caseless: Ranges = [
  [0x0, 0x40],
  [0x5b, 0x60],
  [0x7b, 0xb4],
  [0xb6, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x1680, 0x1680],
  [0x2000, 0x2125],
  [0x2127, 0x2129],
  [0x212c, 0x2131],
  [0x2133, 0x214d],
  [0x2190, 0x245f],
  [0x2500, 0x2bff],
  [0x2e80, 0x9fff],
  [0xac00, 0xd7a3],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0x1f000, 0x1faff],
]

/** Code points on whose case folding all engines agree, whatever their Unicode version. */
const agreedRanges: Ranges = [
  [0x0, 0x17f],
  [0x391, 0x3af],
  [0x3b1, 0x3ce],
  [0x400, 0x52f],
  [0x2000, 0x214f],
  ...caseless.filter(([from]) => from > 0x52f),
]

/** Whether ignoring case may add code points. */
export const isCasedPart = (part: Part): boolean =>
  part._tag === 'Property' || !(part.isClosed || isWithin(part.ranges, caseless) || isWithin([[0, LAST]], part.ranges))

const isSet = (node: Node): node is CodePointSet => node._tag === 'Set'

const isWithAsciiCases = (ranges: Ranges): boolean =>
  ranges.every((range) =>
    [[[0, 0x7f]] as const, [[0x17f, 0x17f]] as const, [[0x212a, 0x212a]] as const, caseless].some((whole) =>
      isWithin([range], whole),
    ),
  )

/** The part's code points with all cases of each letter; `undefined` if they are unknown. */
export const allCases = (part: Part): Ranges | undefined => {
  if (part._tag === 'Property') return undefined
  if (part.isClosed) return part.ranges
  return isWithAsciiCases(part.ranges) ? withAsciiCases(part.ranges) : undefined
}

/**
 * The expression, and whether it ignores case as a whole. If only some of its letters do, or if that would change what
 * a word is, the cases are written out instead.
 */
export const resolveCase = (
  node: Node,
  keepsWords: boolean,
): { readonly node: Node; readonly ignoresCase: boolean } => {
  const nodes = nodesOf(node)
  const cased = nodes.filter(isSet).filter(({ parts }) => parts.some(isCasedPart))
  const folded = cased.filter(({ ignoresCase }) => ignoresCase)
  for (const part of folded.flatMap(({ parts }) => parts).filter(isCasedPart)) {
    if (part._tag === 'Property') refuse('has a Unicode property and ignores case, which engines interpret differently')
    else if (!isWithin(part.ranges, agreedRanges)) refuse('ignores the case of letters that engines fold differently')
  }
  if (folded.length === 0) return { node, ignoresCase: false }
  const hasWords = nodes.some(({ _tag, ...rest }) => _tag === 'At' && 'place' in rest && isWordAnchor(rest.place))
  if (folded.length === cased.length && !(hasWords && keepsWords)) return { node, ignoresCase: true }
  return {
    node: mapNode(node, (inner) => (isSet(inner) && inner.ignoresCase ? expandCases(inner) : inner)),
    ignoresCase: false,
  }
}

const isWordAnchor = (place: string): boolean => place === 'wordBoundary' || place === 'noWordBoundary'

const expandCases = (set: CodePointSet): CodePointSet => ({
  ...set,
  ignoresCase: false,
  parts: set.parts.map((part) => {
    if (part._tag === 'Property') return part
    const ranges = allCases(part) ?? refuse('ignores the case of non-ASCII letters in only one part, or next to \\b')
    return { ...part, isClosed: true, ranges }
  }),
})
