import { foldAscii } from './classes.ts'
import {
  allNodes,
  type CodePointRanges,
  type CodePointSet,
  complement,
  isSubset,
  MAX_CODE_POINT,
  mapPattern,
  normalizeRanges,
  type PatternNode,
  rejectPattern,
  type SetPart,
} from './node.ts'

/** Code points without letters that have case. */
const caseless: CodePointRanges = [
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
const agreedRanges: CodePointRanges = [
  [0x0, 0x17f],
  [0x391, 0x3af],
  [0x3b1, 0x3ce],
  [0x400, 0x52f],
  [0x2000, 0x214f],
  ...caseless.filter(([from]) => from > 0x52f),
]

/** Whether ignoring case may add code points. */
const hasCase = (part: SetPart): boolean =>
  part._tag === 'Property' ||
  !(part.isClosed || isSubset(part.ranges, caseless) || isSubset([[0, MAX_CODE_POINT]], part.ranges))

const isSet = (node: PatternNode): node is CodePointSet => node._tag === 'Set'

const isWithAsciiCases = (ranges: CodePointRanges): boolean =>
  ranges.every((range) =>
    [[[0, 0x7f]] as const, [[0x17f, 0x17f]] as const, [[0x212a, 0x212a]] as const, caseless].some((whole) =>
      isSubset([range], whole),
    ),
  )

/** The part's code points with all cases of each letter; `undefined` if they are unknown. */
const foldRanges = (part: SetPart): CodePointRanges | undefined => {
  if (part._tag === 'Property') return undefined
  if (part.isClosed) return part.ranges
  return isWithAsciiCases(part.ranges) ? foldAscii(part.ranges) : undefined
}

/**
 * The expression, and whether it ignores case as a whole. If only some of its letters do, or if that would change what
 * a word is, the cases are written out instead.
 */
export const resolveCase = (
  node: PatternNode,
  keepsWords: boolean,
): { readonly node: PatternNode; readonly ignoresCase: boolean } => {
  const nodes = allNodes(node)
  const cased = nodes.filter(isSet).filter(({ parts }) => parts.some(hasCase))
  const folded = cased.filter(({ ignoresCase }) => ignoresCase)
  for (const part of folded.flatMap(({ parts }) => parts).filter(hasCase)) {
    if (part._tag === 'Property')
      rejectPattern('has a Unicode property and ignores case, which engines interpret differently')
    else if (!isSubset(part.ranges, agreedRanges))
      rejectPattern('ignores the case of letters that engines fold differently')
  }
  if (folded.length === 0) return { node, ignoresCase: false }
  const hasWords = nodes.some(({ _tag, ...rest }) => _tag === 'Anchor' && 'anchor' in rest && isWordAnchor(rest.anchor))
  if (folded.length === cased.length && !(hasWords && keepsWords)) return { node, ignoresCase: true }
  return {
    node: mapPattern(node, (inner) => (isSet(inner) && inner.ignoresCase ? expandCases(inner) : inner)),
    ignoresCase: false,
  }
}

const isWordAnchor = (anchor: string): boolean => anchor === 'wordBoundary' || anchor === 'noWordBoundary'

const expandCases = (set: CodePointSet): CodePointSet => ({
  ...set,
  ignoresCase: false,
  parts: set.parts.map((part) => {
    if (part._tag === 'Property') return part
    const ranges =
      foldRanges(part) ?? rejectPattern('ignores the case of non-ASCII letters in only one part, or next to \\b')
    return { ...part, isClosed: true, ranges }
  }),
})

/** Negates sets that contain nearly every code point, to write them in a shorter form. */
export const simplifySets = (node: PatternNode, ignoresCase: boolean): PatternNode =>
  mapPattern(node, (inner) => (inner._tag === 'Set' ? shortenSet(inner, ignoresCase) : inner))

const hasSpelling = (part: SetPart): boolean => part._tag === 'Property' || part.spelling !== undefined

const shortenSet = (set: CodePointSet, ignoresCase: boolean): CodePointSet => {
  const ranges = set.parts.every(hasSpelling) ? undefined : unionOf(set.parts, ignoresCase)
  if (ranges?.[0]?.[0] !== 0 || ranges.at(-1)?.[1] !== MAX_CODE_POINT) return set
  const others = complement(ranges)
  return {
    ...set,
    isNegated: !set.isNegated,
    parts: others.length === 0 ? [] : [{ _tag: 'Ranges', ranges: others, isClosed: true }],
  }
}

/** All code points of the parts, with all cases if case is ignored; `undefined` if unknown. */
const unionOf = (parts: ReadonlyArray<SetPart>, ignoresCase: boolean): CodePointRanges | undefined => {
  const closed = parts.map((part) =>
    part._tag === 'Property' ? undefined : ignoresCase && hasCase(part) ? foldRanges(part) : part.ranges,
  )
  const known = normalizeRanges(closed.flatMap((ranges) => ranges ?? []))
  const isKnown = parts.every(
    (part, index) => closed[index] !== undefined || (part._tag === 'Ranges' && isSubset(part.ranges, known)),
  )
  return isKnown ? known : undefined
}
