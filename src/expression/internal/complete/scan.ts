/** What can be written at the end of an unfinished text. */
export type Spot =
  | { readonly _tag: 'Nothing' }
  /** The name of an operation, or of an entry, behind a dot. */
  | { readonly _tag: 'Chain'; readonly dot: number; readonly start: number }
  /** A key in square brackets, from `start` on; `quote` is there when it has been begun. */
  | { readonly _tag: 'Key'; readonly bracket: number; readonly start: number; readonly quote: string | undefined }
  /** Something new: a name, an operation asked of nothing. */
  | { readonly _tag: 'Operand'; readonly start: number }
  /** What goes on from a value. */
  | { readonly _tag: 'Operator'; readonly start: number }

/** An unfinished text, read without a grammar. */
export interface Scan {
  readonly spot: Spot
  /** What closes all that is open. */
  readonly closers: string
  /** Where the innermost part begins that may be read by itself. */
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

const word = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy
const number = /(?:0[xXbBoO][\da-fA-F]*|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d*)?)/y
const space = /\s+/y
const comment = /\/\*[\s\S]*?(\*\/|$)/y
const string = /(["'`])(?:\\[\s\S]|(?!\1)[^\\])*(\1?)/y
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

const nothing: Spot = { _tag: 'Nothing' }

const matchAt = (pattern: RegExp, text: string, place: number): RegExpExecArray | null => {
  pattern.lastIndex = place
  return pattern.exec(text)
}

/** Reads a text up to its end, which is where something is to be written, in one pass. */
export const scan = (text: string): Scan => {
  const open: Array<Open> = []
  let isValue = false
  let segment = 0
  let spot: Spot = { _tag: 'Operand', start: 0 }
  const begin = (at: number): void => {
    isValue = false
    const [top] = open.slice(-1)
    if (top) top.segment = at
    else segment = at
  }
  const next = (at: number): Spot => {
    const top = open.at(-1)
    if (top?.isAtKey) return nothing
    if (isValue) return { _tag: 'Operator', start: at }
    return top?.isOfValue && top.at === at - 1
      ? { _tag: 'Key', bracket: top.at, start: at, quote: undefined }
      : { _tag: 'Operand', start: at }
  }
  let dot: number | undefined
  let place = 0
  while (place < text.length) {
    const blank = matchAt(space, text, place)
    if (blank) {
      place += blank[0].length
      if (spot._tag !== 'Nothing' && dot === undefined) spot = next(place)
      else if (dot !== undefined) spot = { _tag: 'Chain', dot, start: place }
      else spot = next(place)
      continue
    }
    const note = matchAt(comment, text, place)
    if (note) {
      place += note[0].length
      spot = note[1] === '' ? nothing : next(place)
      continue
    }
    const name = matchAt(word, text, place)
    if (name) {
      const isReturn = open.at(-1)?.isAtKey === true && name[0] === 'return'
      const top = open.at(-1)
      if (dot !== undefined) spot = { _tag: 'Chain', dot, start: place }
      else spot = isValue || top?.isAtKey ? nothing : { _tag: 'Operand', start: place }
      place += name[0].length
      dot = undefined
      isValue = !isReturn
      if (isReturn && top) {
        top.isAtKey = false
        top.segment = place
      }
      continue
    }
    const figure = dot === undefined && !isValue ? matchAt(number, text, place) : null
    if (figure && figure[0] !== '') {
      place += figure[0].length
      isValue = true
      spot = nothing
      continue
    }
    const quoted = matchAt(string, text, place)
    if (quoted) {
      const isOpen = quoted[2] === ''
      const top = open.at(-1)
      const isKey = isOpen && top?.isOfValue === true && text.slice(top.at + 1, place).trim() === ''
      spot = isKey ? { _tag: 'Key', bracket: top.at, start: place, quote: quoted[1] } : nothing
      place += quoted[0].length
      if (!isOpen) {
        isValue = true
        spot = next(place)
      }
      dot = undefined
      continue
    }
    const sign = text.charAt(place)
    place += 1
    const closer = closers[sign]
    if (closer !== undefined) {
      open.push({ at: place - 1, closer, isOfValue: sign === '[' && isValue, isAtKey: sign === '{', segment: place })
      isValue = false
      dot = undefined
      spot = next(place)
    } else if (sign === ')' || sign === ']' || sign === '}') {
      open.pop()
      isValue = true
      dot = undefined
      spot = next(place)
    } else if (sign === '.' && isValue) {
      dot = place - 1
      spot = { _tag: 'Chain', dot, start: place }
    } else if (/[&|!=]/.test(sign) && isValue && place === text.length) {
      spot = { _tag: 'Operator', start: place - 1 }
    } else {
      const top = open.at(-1)
      if (sign === ',' && top?.closer === '}') top.isAtKey = true
      if (sign === ':' && top?.closer === '}') top.isAtKey = false
      const isArrow = sign === '>' && text.charAt(place - 2) === '='
      if (sign === ',' || sign === ':' || isArrow) begin(place)
      isValue = false
      dot = undefined
      spot = next(place)
    }
  }
  const closing = open.map(({ closer }) => closer)
  return { spot, closers: closing.reverse().join(''), segment: open.at(-1)?.segment ?? segment }
}
