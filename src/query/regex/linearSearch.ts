import type { SearchNode } from './syntaxTree.ts'

const MAX_REMEMBERED = 10_000

/** A state that reads a character, holds at a position, or only leads to others. */
interface State {
  readonly character?: (character: string) => boolean
  readonly position?: (text: string, index: number) => boolean
  readonly next: ReadonlyArray<number>
}

const ACCEPT = 0

/** Whether a character matches, as V8 says; remembered by the character. */
const characterTest = (source: string, flags: string): ((character: string) => boolean) => {
  if (/^[^\\.[]$/u.test(source) && !flags.includes('i')) return (character) => character === source
  const expression = new RegExp(`^(?:${source})$`, flags.replace('m', ''))
  const known = new Map<string, boolean>()
  return (character) => {
    const before = known.get(character)
    if (before !== undefined) return before
    const holds = expression.test(character)
    if (known.size >= MAX_REMEMBERED) known.clear()
    known.set(character, holds)
    return holds
  }
}

const positionTest = (source: string, flags: string): ((text: string, index: number) => boolean) => {
  const expression = new RegExp(source, `${flags}y`)
  return (text, index) => {
    expression.lastIndex = index
    return expression.test(text)
  }
}

/** The states of an expression, the last of which is where a search starts. */
const statesOf = (node: SearchNode, flags: string): ReadonlyArray<State> => {
  const states: Array<State> = [{ next: [] }]
  const tests = new Map<string, ReturnType<typeof characterTest>>()
  const add = (state: State): number => states.push(state) - 1
  const testOf = (source: string): ReturnType<typeof characterTest> => {
    const test = tests.get(source) ?? characterTest(source, flags)
    tests.set(source, test)
    return test
  }
  /** Adds the states of a node that leads to a state, and returns the first. */
  const build = (inner: SearchNode, next: number): number => {
    switch (inner._tag) {
      case 'Character':
        return add({ character: testOf(inner.source), next: [next] })
      case 'Position':
        return add({ position: positionTest(inner.source, flags), next: [next] })
      case 'Sequence':
        return inner.items.reduceRight((after, item) => build(item, after), next)
      case 'Choice':
        return inner.items.length === 1 && inner.items[0] !== undefined
          ? build(inner.items[0], next)
          : add({ next: inner.items.map((item) => build(item, next)) })
      case 'Repeat': {
        const { item, min, max } = inner
        let first = next
        let copies = min
        if (max === Infinity) {
          const again: Array<number> = [next]
          const loop = add({ next: again })
          again.push(build(item, loop))
          // At least once: past the loop, into what is repeated.
          first = min === 0 ? loop : (again[1] ?? loop)
          copies -= 1
        } else for (let count = min; count < max; count += 1) first = add({ next: [next, build(item, first)] })
        for (let count = 0; count < copies; count += 1) first = build(item, first)
        return first
      }
    }
  }
  add({ next: [build(node, ACCEPT)] })
  return states
}

/**
 * Compiles a search that takes time in proportion to the length of the text: it follows all ways through the expression at
 * once. The repetitions are written out, so the expression must not be too large.
 */
export const linearSearch = (node: SearchNode, flags: string): ((text: string) => boolean) => {
  const states = statesOf(node, flags)
  const start = states.length - 1
  const seen = new Float64Array(states.length)
  let round = 0

  /** Adds to the states those that a state leads to without reading a character. */
  const follow = (from: number, text: string, index: number, reached: Array<State>): void => {
    const waiting = [from]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (seen[at] === round) continue
      seen[at] = round
      const state = states[at] as State
      if (state.character !== undefined) reached.push(state)
      else if (state.position === undefined || state.position(text, index))
        for (const next of state.next) waiting.push(next)
    }
  }

  return (text) => {
    let current: ReadonlyArray<State> = []
    let before = ''
    for (let index = 0; ; index += before.length) {
      round += 1
      const reached: Array<State> = []
      for (const { character, next } of current)
        if (character?.(before)) follow(next[0] ?? ACCEPT, text, index, reached)
      follow(start, text, index, reached)
      if (seen[ACCEPT] === round) return true
      if (index >= text.length) return false
      before = String.fromCodePoint(text.codePointAt(index) ?? 0)
      current = reached
    }
  }
}
