import { type Node, nodesOf } from './node.ts'
import { refuse } from './Refusal.ts'

/** Whether an expression may be found without taking a character. */
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

/** Engines find `\B` by itself within a character of several bytes or units, and not the same ones. */
export const refuseBareNoBoundary = (node: Node): void => {
  const hasIt = nodesOf(node).some((inner) => inner._tag === 'At' && inner.place === 'noWordBoundary')
  if (hasIt && canBeEmpty(node))
    refuse('can be found without taking a character and has \\B, which engines take differently')
}
