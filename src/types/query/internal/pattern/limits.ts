import type { Node } from './node.ts'
import { refuse } from './Refusal.ts'

const MAX_REPETITIONS = 1000
const MAX_SIZE = 15_000

/** Refuses expressions that exceed RE2's size limits; the counts of nested repetitions multiply. */
export const refuseLarge = (node: Node): void => {
  if (sizeOf(node, 1) > MAX_SIZE) refuse('is larger than RE2 allows')
}

const sizeOf = (node: Node, times: number): number => {
  switch (node._tag) {
    case 'Set':
      return node.parts.reduce((size, part) => size + (part._tag === 'Property' ? 400 : part.ranges.length), 1)
    case 'At':
      return 1
    case 'Sequence':
    case 'Choice':
      return node.items.reduce((size, item) => size + sizeOf(item, times), 1)
    case 'Capture':
      return 2 + sizeOf(node.item, times)
    case 'Repeat': {
      const count = Math.max(1, node.max === Infinity ? node.min : node.max)
      if (count * times > MAX_REPETITIONS)
        refuse(`repeats more than ${MAX_REPETITIONS} times, which RE2 does not support`)
      return 1 + count * sizeOf(node.item, times * count)
    }
  }
}
