import { rejectBareNonBoundary, rejectJsAnchor, rewriteJsAnchors } from './anchors.ts'
import { resolveCase, simplifySets } from './caseFolding.ts'
import { propertyKind } from './classes.ts'
import { type Anchor, allNodes, type PatternNode, rejectLargePattern, rejectPattern } from './node.ts'
import { matchesAnything, type PatternDialect, printPattern } from './printPattern.ts'

const MAX_REPETITIONS = 1000
const MAX_SIZE = 15_000

/** Refuses expressions that exceed RE2's size limits; the counts of nested repetitions multiply. */
const rejectLarge = (node: PatternNode): void => {
  if (sizeOf(node, 1) > MAX_SIZE) rejectLargePattern()
}

const sizeOf = (node: PatternNode, times: number): number => {
  switch (node._tag) {
    case 'Set':
      return node.parts.reduce((size, part) => size + (part._tag === 'Property' ? 400 : part.ranges.length), 1)
    case 'Anchor':
      return 1
    case 'Sequence':
    case 'Choice':
      return node.items.reduce((size, item) => size + sizeOf(item, times), 1)
    case 'Capture':
      return 2 + sizeOf(node.item, times)
    case 'Repeat': {
      const count = Math.max(1, node.max === Infinity ? node.min : node.max)
      if (count * times > MAX_REPETITIONS)
        rejectPattern(`repeats more than ${MAX_REPETITIONS} times, which RE2 does not support`)
      return 1 + count * sizeOf(node.item, times * count)
    }
  }
}

/** The JavaScript source for the flag `u`, and the other flags that it needs. */
export const writeJs = (read: PatternNode): { readonly source: string; readonly flags: string } => {
  const resolved = resolveCase(read, true)
  const node = simplifySets(resolved.node, resolved.ignoresCase)
  rejectLarge(node)
  rejectBareNonBoundary(node)
  const dotAll = allNodes(node).some((inner) => inner._tag === 'Set' && matchesAnything(inner))
  const source = printPattern(node, jsSpelling())
  return { source: source === '' ? '(?:)' : source, flags: `${resolved.ignoresCase ? 'i' : ''}${dotAll ? 's' : ''}` }
}

const anchors: Readonly<Partial<Record<Anchor, string>>> = {
  textStart: '^',
  textEnd: '$',
  lineStart: '(?<=\\n|^)',
  lineEnd: '(?=\\n|$)',
  wordBoundary: '\\b',
  noWordBoundary: '\\B',
}

const jsSpelling = (): PatternDialect => {
  const names = new Set<string>()
  return {
    anchor: (anchor) => anchors[anchor] ?? rejectJsAnchor(anchor),
    property: (name, isNegated) =>
      `\\${isNegated ? 'P' : 'p'}{${propertyKind(name) === 'script' ? 'Script=' : ''}${name}}`,
    openCapture: (name) => {
      if (name === undefined || !/^[A-Za-z_]\w*$/.test(name) || names.has(name)) return '('
      names.add(name)
      return `(?<${name}>`
    },
    code: (codePoint) => `\\u{${codePoint.toString(16).toUpperCase()}}`,
    nothing: '[]',
  }
}

/** The RE2 syntax, with the flags that it needs in front. */
export const writeRe2 = (read: PatternNode): string => {
  const resolved = resolveCase(rewriteJsAnchors(read), false)
  const node = simplifySets(resolved.node, resolved.ignoresCase)
  rejectLarge(node)
  rejectBareNonBoundary(node)
  const nodes = allNodes(node)
  const isMultiline = nodes.some((inner) => inner._tag === 'Anchor' && /^line/.test(inner.anchor))
  const dotAll = nodes.some((inner) => inner._tag === 'Set' && matchesAnything(inner))
  const flags = `${resolved.ignoresCase ? 'i' : ''}${isMultiline ? 'm' : ''}${dotAll ? 's' : ''}`
  return `${flags === '' ? '' : `(?${flags})`}${printPattern(node, re2Spelling(isMultiline))}`
}

/** RE2's syntax, in which `^` and `$` mean lines (`(?m)`) or the whole text. */
const re2Spelling = (isMultiline: boolean): PatternDialect => {
  const names = new Set<string>()
  return {
    anchor: (anchor) => {
      switch (anchor) {
        case 'textStart':
          return isMultiline ? '\\A' : '^'
        case 'textEnd':
          return isMultiline ? '\\z' : '$'
        case 'lineStart':
          return '^'
        case 'lineEnd':
          return '$'
        case 'wordBoundary':
          return '\\b'
        case 'noWordBoundary':
          return '\\B'
        default:
          return rejectJsAnchor(anchor)
      }
    },
    property: (name, isNegated) => `\\${isNegated ? 'P' : 'p'}{${name}}`,
    openCapture: (name) => {
      // RE2 would reject this name or its repetition, and names do not affect matching.
      if (name === undefined || !/^\w+$/.test(name) || names.has(name)) return '('
      names.add(name)
      return `(?P<${name}>`
    },
    code: (codePoint) => `\\x{${codePoint.toString(16).toUpperCase()}}`,
    nothing: '[^\\x{0}-\\x{10FFFF}]',
  }
}
