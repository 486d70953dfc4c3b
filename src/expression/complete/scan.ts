/** What can follow at the end of an unfinished text. */
export type CompletionContext =
  | { readonly _tag: 'Nothing' }
  /** The name of an operation or an entry after a dot. */
  | { readonly _tag: 'Chain'; readonly dot: number; readonly start: number }
  /** A key in square brackets, from `start`; `quote` is its opening quote, if typed. */
  | { readonly _tag: 'Key'; readonly bracket: number; readonly start: number; readonly quote: string | undefined }
  /** A new operand: a name, or an operation without a receiver. */
  | { readonly _tag: 'Operand'; readonly start: number }
  /** An operator after a value. */
  | { readonly _tag: 'Operator'; readonly start: number }

/** The result of scanning an unfinished text. */
export interface ScanResult {
  readonly spot: CompletionContext
  /** The brackets that close all open ones. */
  readonly closers: string
  /** The start of the innermost segment that can be parsed alone. */
  readonly segment: number
}

interface Open {
  readonly at: number
  readonly closer: string
  /** Whether it is a subscript. */
  readonly isOfValue: boolean
  /** Whether a key of a dict is expected. */
  isAtKey: boolean
  segment: number
}

const identifier = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy
const number = /(?:0[xXbBoO][\da-fA-F]*|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d*)?)/y
const space = /\s+/y
const comment = /\/\*[\s\S]*?(\*\/|$)/y
const lineComment = /\/\/[^\n\r\u2028\u2029]*($)?/y
const lineStart = /(?:^|[\n\r\u2028\u2029])[^\S\n\r\u2028\u2029]*$/
const string = /(["'`])(?:\\[\s\S]|(?!\1)[^\\])*(\1?)/y
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

const nothing: CompletionContext = { _tag: 'Nothing' }

const matchAt = (pattern: RegExp, text: string, position: number): RegExpExecArray | null => {
  pattern.lastIndex = position
  return pattern.exec(text)
}

/** Scans a text in one pass, up to its end, which is the cursor. */
export const scan = (text: string): ScanResult => {
  const open: Array<Open> = []
  let isValue = false
  let segment = 0
  let spot: CompletionContext = { _tag: 'Operand', start: 0 }
  const begin = (at: number): void => {
    isValue = false
    const [top] = open.slice(-1)
    if (top) top.segment = at
    else segment = at
  }
  const next = (at: number): CompletionContext => {
    const top = open.at(-1)
    if (top?.isAtKey) return nothing
    if (isValue) return { _tag: 'Operator', start: at }
    return top?.isOfValue && top.at === at - 1
      ? { _tag: 'Key', bracket: top.at, start: at, quote: undefined }
      : { _tag: 'Operand', start: at }
  }
  let dot: number | undefined
  let position = 0
  while (position < text.length) {
    const blank = matchAt(space, text, position)
    if (blank) {
      position += blank[0].length
      if (spot._tag !== 'Nothing' && dot === undefined) spot = next(position)
      else if (dot !== undefined) spot = { _tag: 'Chain', dot, start: position }
      else spot = next(position)
      continue
    }
    const note = matchAt(comment, text, position)
    if (note) {
      position += note[0].length
      spot = note[1] === '' ? nothing : next(position)
      continue
    }
    // Where a value ends, // divides, unless it is the first in its line.
    const isDivision = isValue && text.startsWith('//', position) && !lineStart.test(text.slice(0, position))
    const line = isDivision ? null : matchAt(lineComment, text, position)
    if (line) {
      position += line[0].length
      spot = line[1] === '' ? nothing : next(position)
      continue
    }
    const name = matchAt(identifier, text, position)
    if (
      name &&
      isValue &&
      dot === undefined &&
      /^(?:and|or)$/.test(name[0]) &&
      position + name[0].length < text.length
    ) {
      position += name[0].length
      isValue = false
      spot = next(position)
      continue
    }
    if (name) {
      const isReturn = open.at(-1)?.isAtKey === true && name[0] === 'return'
      const top = open.at(-1)
      if (dot !== undefined) spot = { _tag: 'Chain', dot, start: position }
      else spot = isValue || top?.isAtKey ? nothing : { _tag: 'Operand', start: position }
      position += name[0].length
      dot = undefined
      isValue = !isReturn
      if (isReturn && top) {
        top.isAtKey = false
        top.segment = position
      }
      continue
    }
    const digits = dot === undefined && !isValue ? matchAt(number, text, position) : null
    if (digits && digits[0] !== '') {
      position += digits[0].length
      isValue = true
      spot = nothing
      continue
    }
    const quoted = matchAt(string, text, position)
    if (quoted) {
      const isOpen = quoted[2] === ''
      const top = open.at(-1)
      const isKey = isOpen && top?.isOfValue === true && text.slice(top.at + 1, position).trim() === ''
      spot = isKey ? { _tag: 'Key', bracket: top.at, start: position, quote: quoted[1] } : nothing
      position += quoted[0].length
      if (!isOpen) {
        isValue = true
        spot = next(position)
      }
      dot = undefined
      continue
    }
    const sign = text.charAt(position)
    position += 1
    const closer = closers[sign]
    if (closer !== undefined) {
      open.push({
        at: position - 1,
        closer,
        isOfValue: sign === '[' && isValue,
        isAtKey: sign === '{',
        segment: position,
      })
      isValue = false
      dot = undefined
      spot = next(position)
    } else if (sign === ')' || sign === ']' || sign === '}') {
      open.pop()
      isValue = true
      dot = undefined
      spot = next(position)
    } else if (sign === '.' && isValue) {
      dot = position - 1
      spot = { _tag: 'Chain', dot, start: position }
    } else if (/[&|!=]/.test(sign) && isValue && position === text.length) {
      spot = { _tag: 'Operator', start: position - 1 }
    } else {
      const top = open.at(-1)
      if (sign === ',' && top?.closer === '}') top.isAtKey = true
      if (sign === ':' && top?.closer === '}') top.isAtKey = false
      const isArrow = sign === '>' && text.charAt(position - 2) === '='
      if (sign === ',' || sign === ':' || isArrow) begin(position)
      isValue = false
      dot = undefined
      spot = next(position)
    }
  }
  const closing = open.map(({ closer }) => closer)
  return { spot, closers: closing.reverse().join(''), segment: open.at(-1)?.segment ?? segment }
}
