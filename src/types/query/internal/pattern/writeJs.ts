import { refuseForeignPlace } from './edges.ts'
import { refuseBareNoBoundary } from './emptiness.ts'
import { resolveCase } from './ignoringCase.ts'
import { refuseLarge } from './limits.ts'
import { type Node, nodesOf, type Place } from './node.ts'
import { isAny, print, type Spelling } from './print.ts'
import { propertyKind } from './properties.ts'
import { simplified } from './simplified.ts'

/** The JavaScript source for the flag `u`, and the other flags that it needs. */
export const writeJs = (read: Node): { readonly source: string; readonly flags: string } => {
  const resolved = resolveCase(read, true)
  const node = simplified(resolved.node, resolved.ignoresCase)
  refuseLarge(node)
  refuseBareNoBoundary(node)
  const dotAll = nodesOf(node).some((inner) => inner._tag === 'Set' && isAny(inner))
  const source = print(node, jsSpelling())
  return { source: source === '' ? '(?:)' : source, flags: `${resolved.ignoresCase ? 'i' : ''}${dotAll ? 's' : ''}` }
}

const anchors: Readonly<Partial<Record<Place, string>>> = {
  textStart: '^',
  textEnd: '$',
  lineStart: '(?<=\\n|^)',
  lineEnd: '(?=\\n|$)',
  wordBoundary: '\\b',
  noWordBoundary: '\\B',
}

const jsSpelling = (): Spelling => {
  const names = new Set<string>()
  return {
    place: (place) => anchors[place] ?? refuseForeignPlace(place),
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
