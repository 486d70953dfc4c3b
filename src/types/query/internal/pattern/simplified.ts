import { allCases, isCasedPart } from './ignoringCase.ts'
import { type CodePointSet, mapNode, type Node, type Part } from './node.ts'
import { complement, isWithin, LAST, type Ranges, sorted } from './ranges.ts'

/** Negates sets that contain nearly every code point, to write them in a shorter form. */
export const simplified = (node: Node, ignoresCase: boolean): Node =>
  mapNode(node, (inner) => (inner._tag === 'Set' ? shortenSet(inner, ignoresCase) : inner))

const hasSpelling = (part: Part): boolean => part._tag === 'Property' || part.spelling !== undefined

const shortenSet = (set: CodePointSet, ignoresCase: boolean): CodePointSet => {
  const ranges = set.parts.every(hasSpelling) ? undefined : unionOf(set.parts, ignoresCase)
  if (ranges?.[0]?.[0] !== 0 || ranges.at(-1)?.[1] !== LAST) return set
  const others = complement(ranges)
  return {
    ...set,
    isNegated: !set.isNegated,
    parts: others.length === 0 ? [] : [{ _tag: 'Ranges', ranges: others, isClosed: true }],
  }
}

/** All code points of the parts, with all cases if case is ignored; `undefined` if unknown. */
const unionOf = (parts: ReadonlyArray<Part>, ignoresCase: boolean): Ranges | undefined => {
  const closed = parts.map((part) =>
    part._tag === 'Property' ? undefined : ignoresCase && isCasedPart(part) ? allCases(part) : part.ranges,
  )
  const known = sorted(closed.flatMap((ranges) => ranges ?? []))
  const isKnown = parts.every(
    (part, index) => closed[index] !== undefined || (part._tag === 'Ranges' && isWithin(part.ranges, known)),
  )
  return isKnown ? known : undefined
}
