/**
 * A JavaScript expression as far as a linear search needs it. V8 itself judges single characters and positions, so every flag
 * has its meaning.
 */
export type SearchNode =
  | { readonly _tag: 'Character' | 'Position'; readonly source: string }
  | { readonly _tag: 'Sequence' | 'Choice'; readonly items: ReadonlyArray<SearchNode> }
  | { readonly _tag: 'Repeat'; readonly item: SearchNode; readonly min: number; readonly max: number }

const MAX_GROUP_DEPTH = 500

/** Assertions, groups, quantifiers and characters. A look around has no quantifier, group or class, so it is short. */
const TOKEN = new RegExp(
  [
    String.raw`(?<position>[\^$]|\\[bB]|\(\?<?[=!](?:\\[^\dkucxpP]|[^\\()[\]*+?{}])*\))`,
    String.raw`(?<open>\(\?:|\(\?<(?![=!])[^>]*>|\((?!\?))`,
    String.raw`(?<quantifier>(?:[*+?]|\{(?<min>\d+)(?<comma>,(?<max>\d*))?\})\??)`,
    '(?<end>[|)])',
    String.raw`(?<character>\\(?:u\{[\dA-Fa-f]+\}|u[dD][89abAB][\dA-Fa-f]{2}\\u[dD][c-fC-F][\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|` +
      String.raw`x[\dA-Fa-f]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[^1-9kucxpP])|\[(?:\\[^]|[^\]\\])*\]|[^\\()[\]{}])`,
  ].join('|'),
  'uy',
)

/** The tree of a source that is valid with the flag `u`; `undefined` if it has what only a backtracking search can find. */
export const readSearchNode = (source: string): SearchNode | undefined => {
  let at = 0
  let depth = 0

  const take = (): Readonly<Record<string, string | undefined>> | undefined => {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(source)
    if (found === null) return undefined
    at = TOKEN.lastIndex
    return found.groups
  }

  /** Reads up to the end of a group. */
  const choice = (): SearchNode | undefined => {
    const choices: Array<Array<SearchNode>> = [[]]
    while (at < source.length) {
      const token = take()
      if (token === undefined) return undefined
      const items = choices.at(-1) as Array<SearchNode>
      const { position, open, quantifier, end, character } = token
      if (position !== undefined) items.push({ _tag: 'Position', source: position })
      else if (character !== undefined) items.push({ _tag: 'Character', source: character })
      else if (open !== undefined) {
        depth += 1
        const inner = depth > MAX_GROUP_DEPTH ? undefined : choice()
        if (inner === undefined || source[at - 1] !== ')') return undefined
        depth -= 1
        items.push(inner)
      } else if (quantifier !== undefined) {
        const item = items.pop()
        if (item === undefined) return undefined
        items.push({ _tag: 'Repeat', item, ...countsOf(quantifier, token) })
      } else if (end === '|') choices.push([])
      else break
    }
    return { _tag: 'Choice', items: choices.map((items): SearchNode => ({ _tag: 'Sequence', items })) }
  }

  return choice()
}

const countsOf = (
  quantifier: string,
  { min = '0', comma, max }: Readonly<Record<string, string | undefined>>,
): { readonly min: number; readonly max: number } => {
  if (quantifier.startsWith('?')) return { min: 0, max: 1 }
  if (quantifier.startsWith('*')) return { min: 0, max: Infinity }
  if (quantifier.startsWith('+')) return { min: 1, max: Infinity }
  return { min: Number(min), max: comma === undefined ? Number(min) : Number(max || Infinity) }
}
