import { type Node, nodesOf } from './node.ts'
import { refuse } from './Refusal.ts'

/** Whether an expression can match the empty string. */
const canBeEmpty = (node: Node): boolean => {
  switch (node._tag) {
    case 'Set':
      return false
    case 'At':
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
export const refuseBareNoBoundary = (node: Node): void => {
  const hasIt = nodesOf(node).some((inner) => inner._tag === 'At' && inner.place === 'noWordBoundary')
  if (hasIt && canBeEmpty(node)) refuse('can match the empty string and has \\B, which engines interpret differently')
}
