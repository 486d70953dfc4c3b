import type { Anchor, CodePointSet, PatternNode, SetPart } from './node.ts'

/** The syntax on which the two languages differ. */
export interface PatternDialect {
  readonly anchor: (anchor: Anchor) => string
  readonly property: (name: string, isNegated: boolean) => string
  readonly openCapture: (name: string | undefined) => string
  readonly code: (codePoint: number) => string
  /** A set without members. */
  readonly nothing: string
}

export const printPattern = (node: PatternNode, spelling: PatternDialect): string => {
  switch (node._tag) {
    case 'Set':
      return printSet(node, spelling)
    case 'Anchor':
      return spelling.anchor(node.anchor)
    case 'Capture':
      return `${spelling.openCapture(node.name)}${printPattern(node.item, spelling)})`
    case 'Choice':
      return node.items.map((item) => printPattern(item, spelling)).join('|')
    case 'Sequence':
      return node.items
        .map((item) => printGrouped(item, spelling, item._tag === 'Choice' || item._tag === 'Sequence'))
        .join('')
    case 'Repeat':
      return `${printGrouped(node.item, spelling, node.item._tag !== 'Set' && node.item._tag !== 'Capture')}${quantifierOf(node)}`
  }
}

const printGrouped = (node: PatternNode, spelling: PatternDialect, isNeeded: boolean): string =>
  isNeeded ? `(?:${printPattern(node, spelling)})` : printPattern(node, spelling)

const quantifierOf = ({ min, max, isLazy }: Extract<PatternNode, { _tag: 'Repeat' }>): string => {
  const signs = new Map([
    ['0,1', '?'],
    ['0,Infinity', '*'],
    ['1,Infinity', '+'],
  ])
  const counts = min === max ? `{${min}}` : `{${min},${max === Infinity ? '' : max}}`
  return `${signs.get(`${min},${max}`) ?? counts}${isLazy ? '?' : ''}`
}

/** Whether a simplified set matches every code point. */
export const matchesAnything = ({ isNegated, parts }: CodePointSet): boolean => isNegated && parts.length === 0

const printSet = (set: CodePointSet, spelling: PatternDialect): string => {
  const { isNegated, parts } = set
  if (matchesAnything(set)) return '.'
  const [part] = parts
  if (part === undefined) return spelling.nothing
  if (parts.length === 1 && !isNegated) {
    if (part._tag === 'Property') return spelling.property(part.name, part.isNegated)
    if (part.spelling !== undefined) return part.spelling
    const [range, ...others] = part.ranges
    if (others.length === 0 && range !== undefined && range[0] === range[1])
      return printCodePoint(range[0], false, spelling)
  }
  return `[${isNegated ? '^' : ''}${parts.map((member) => printPart(member, spelling)).join('')}]`
}

const printPart = (part: SetPart, spelling: PatternDialect): string => {
  if (part._tag === 'Property') return spelling.property(part.name, part.isNegated)
  if (part.spelling !== undefined) return part.spelling
  return part.ranges
    .map(([from, to]) => {
      const first = printCodePoint(from, true, spelling)
      return from === to ? first : `${first}${to === from + 1 ? '' : '-'}${printCodePoint(to, true, spelling)}`
    })
    .join('')
}

const controls: ReadonlyMap<number, string> = new Map([
  [9, '\\t'],
  [10, '\\n'],
  [11, '\\v'],
  [12, '\\f'],
  [13, '\\r'],
])

const printCodePoint = (codePoint: number, isInClass: boolean, spelling: PatternDialect): string => {
  const control = controls.get(codePoint)
  if (control !== undefined) return control
  const character = String.fromCodePoint(codePoint)
  // Characters that are invisible, combine with the one before, or change when normalized, are written as a code.
  if (!/^[ \p{L}\p{N}\p{P}\p{S}]$/u.test(character) || character.normalize() !== character)
    return spelling.code(codePoint)
  return (isInClass ? /[\\\]^[-]/ : /[\\^$.*+?()[\]{}|]/).test(character) ? `\\${character}` : character
}
