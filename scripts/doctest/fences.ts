/** A fenced code block in Markdown. */
export interface Fence {
  /** The text after the opening fence: `ts`, `ts no-run`, or empty. */
  readonly info: string
  /** The index of the first line of code, from 0. */
  readonly at: number
  readonly code: string
  /** False if the text ends before the closing fence. */
  readonly closed: boolean
}

const opening = /^(?<indent>\s*)(?<marks>`{3,}|~{3,})(?<info>[^`]*)$/

const without = (indent: string, line: string): string => (line.startsWith(indent) ? line.slice(indent.length) : line)

/** Returns the fenced code blocks in lines of Markdown. The indentation of the fence is removed from its lines. */
export const fences = (lines: ReadonlyArray<string>): ReadonlyArray<Fence> => {
  const found: Fence[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const groups = opening.exec(lines[at] ?? '')?.groups
    if (groups === undefined) continue
    const { indent = '', marks = '', info = '' } = groups
    const isClosing = (line: string): boolean => line.trim().startsWith(marks) && /^(`+|~+)$/.test(line.trim())
    const first = at + 1
    at = first
    while (at < lines.length && !isClosing(lines[at] ?? '')) at += 1
    const code = lines.slice(first, at).map((line) => without(indent, line))
    found.push({ info: info.trim(), at: first, code: code.join('\n'), closed: at < lines.length })
  }
  return found
}
