import { linearSearch } from './linearSearch.ts'
import { type Pattern, regExpOf } from './Pattern.ts'
import { readSearchNode, type SearchNode } from './syntaxTree.ts'

interface Effort {
  /** A bound on the ways that a backtracking search may go: `ways` times the length of the text, to the power of `degree`. */
  readonly ways: number
  readonly degree: number
  /** The states of a linear search. */
  readonly states: number
}

const effortOf = (node: SearchNode): Effort => {
  switch (node._tag) {
    case 'Character':
    case 'Position':
      return { ways: 1, degree: 0, states: 1 }
    case 'Sequence':
    case 'Choice': {
      const efforts = node.items.map(effortOf)
      const isChoice = node._tag === 'Choice'
      return {
        ways: efforts.reduce((all, { ways }) => (isChoice ? all + ways : all * ways), isChoice ? 0 : 1),
        degree: efforts.reduce((all, { degree }) => (isChoice ? Math.max(all, degree) : all + degree), 0),
        states: efforts.reduce((all, { states }) => all + states, 1),
      }
    }
    case 'Repeat': {
      const { ways, degree, ...item } = effortOf(node.item)
      const { min, max } = node
      const states = (item.states + 1) * Math.max(1, max === Infinity ? min : max)
      if (min === max) return { ways: ways ** min, degree: degree * min, states }
      if (max <= 1) return { ways: ways + 1, degree, states }
      // Ways within ways: their number is exponential.
      if (ways > 1 || degree > 0) return { ways: Infinity, degree, states }
      return max === Infinity ? { ways, degree: 1, states } : { ways: max - min + 1, degree: 0, states }
    }
  }
}

/** Backtracking steps that are faster than following all ways at once. */
const MAX_STEPS = 1_000_000

const MAX_STATES = 100_000

/** The length up to which backtracking is sure to be fast. */
const safeLength = ({ ways, degree }: Effort, source: string): number => {
  const steps = MAX_STEPS / (ways * (source.length + 1))
  // Without a repetition of any length, backtracking takes linear time, too.
  return degree === 0 && steps >= 1 ? Infinity : Math.floor(steps ** (1 / (degree + 1))) - 1
}

/**
 * Returns the test of a pattern, with the result of `regExpOf` and the time of RE2: in proportion to the length of the text,
 * whatever the pattern. Only what RE2 does not support (backreferences, lookaround with quantifiers) is left to the
 * backtracking of JavaScript. A pattern that is invalid, or larger than any that RE2 takes, matches nothing.
 */
export const patternTest = (pattern: Pattern): ((text: string) => boolean) => {
  const expression = regExpOf(pattern)
  if (expression === undefined) return () => false
  const backtracking = (text: string): boolean => expression.test(text)
  const node = expression.unicode ? readSearchNode(expression.source) : undefined
  if (node === undefined) return backtracking
  const effort = effortOf(node)
  const most = safeLength(effort, expression.source)
  if (most === Infinity) return backtracking
  if (effort.states > MAX_STATES) return () => false
  let linear: ((text: string) => boolean) | undefined
  return (text) => {
    if (text.length <= most) return backtracking(text)
    linear ??= linearSearch(node, expression.flags)
    return linear(text)
  }
}
