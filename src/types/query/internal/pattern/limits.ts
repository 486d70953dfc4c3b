import type { Node } from './node.ts'
import { refuse } from './Refusal.ts'

const MOST_REPETITIONS = 1000
const LARGEST = 15_000

/** Refuses what RE2 refuses for its size: a repetition of repetitions is as many as their product. */
export const refuseLarge = (node: Node): void => {
  if (sizeOf(node, 1) > LARGEST) refuse('is larger than RE2 may take')
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
      if (count * times > MOST_REPETITIONS)
        refuse(`repeats more than ${MOST_REPETITIONS} times, the most that RE2 does`)
      return 1 + count * sizeOf(node.item, times * count)
    }
  }
}
