import { refuseForeignPlace, withoutForeignPlaces } from './edges.ts'
import { refuseBareNoBoundary } from './emptiness.ts'
import { resolveCase } from './ignoringCase.ts'
import { refuseLarge } from './limits.ts'
import { type Node, nodesOf } from './node.ts'
import { isAny, print, type Spelling } from './print.ts'
import { simplified } from './simplified.ts'

/** The RE2 syntax, with the flags that it needs in front. */
export const writeRe2 = (read: Node): string => {
  const resolved = resolveCase(withoutForeignPlaces(read), false)
  const node = simplified(resolved.node, resolved.ignoresCase)
  refuseLarge(node)
  refuseBareNoBoundary(node)
  const nodes = nodesOf(node)
  const isMultiline = nodes.some((inner) => inner._tag === 'At' && /^line/.test(inner.place))
  const dotAll = nodes.some((inner) => inner._tag === 'Set' && isAny(inner))
  const flags = `${resolved.ignoresCase ? 'i' : ''}${isMultiline ? 'm' : ''}${dotAll ? 's' : ''}`
  return `${flags === '' ? '' : `(?${flags})`}${print(node, re2Spelling(isMultiline))}`
}

/** RE2's syntax, in which `^` and `$` mean lines (`(?m)`) or the whole text. */
const re2Spelling = (isMultiline: boolean): Spelling => {
  const names = new Set<string>()
  return {
    place: (place) => {
      switch (place) {
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
          return refuseForeignPlace(place)
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
