const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const BACKSLASH = 0x5c

/** The text of a JSON object, cut in two. */
export interface SplitText {
  /** The object without W&B's own entry. */
  readonly rest: string
  /** The value of that entry. */
  readonly value: string
}

const isOpening = (code: number): boolean => code === 0x7b || code === 0x5b

const isClosing = (code: number): boolean => code === 0x7d || code === 0x5d

const skipSpace = (text: string, at: number): number => {
  let index = at
  for (
    let code = text.charCodeAt(index);
    code === 0x20 || (code >= 0x09 && code <= 0x0d);
    code = text.charCodeAt(index)
  )
    index += 1
  return index
}

/** The index of the quote that ends the string which starts at a quote. */
const endOfString = (text: string, at: number): number => {
  let index = at + 1
  for (let code = text.charCodeAt(index); code !== QUOTE && index < text.length; code = text.charCodeAt(index))
    index += code === BACKSLASH ? 2 : 1
  return index
}

/** How deep the lists and dicts of a text are nested at an index; `undefined` within a string. */
const depthAt = (text: string, end: number): number | undefined => {
  let depth = 0
  let index = 0
  for (; index < end; index += 1) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) index = endOfString(text, index)
    else if (isOpening(code)) depth += 1
    else if (isClosing(code)) depth -= 1
  }
  return index === end ? depth : undefined
}

/** The index after the dict that starts at a brace. */
const endOfDict = (text: string, at: number): number => {
  let depth = 0
  for (let index = at; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) index = endOfString(text, index)
    else if (isOpening(code)) depth += 1
    else if (isClosing(code)) depth -= 1
    if (depth === 0) return index + 1
  }
  return text.length
}

/**
 * Splits the text of a JSON object into the text without W&B's own entry and the text of that entry's value.
 * `undefined` unless the first `"_wandb"` is the key of an entry of the object itself, with a dict.
 *
 * If the text is not valid JSON, at least one of the two parts is not either. If both are, the entry may still be in the
 * rest, a second time or spelled with escapes.
 */
export const fastSplitInternal = (text: string): SplitText | undefined => {
  const at = text.indexOf('"_wandb"')
  if (at < 0 || text[skipSpace(text, 0)] !== '{' || depthAt(text, at) !== 1) return undefined
  const before = text.slice(0, at).trimEnd()
  const colon = skipSpace(text, at + '"_wandb"'.length)
  const start = skipSpace(text, colon + 1)
  if (text.charCodeAt(colon) !== COLON || text[start] !== '{') return undefined
  const end = endOfDict(text, start)
  const value = text.slice(start, end)
  const next = skipSpace(text, end)
  const isFirst = before.endsWith('{')
  if (!isFirst && !before.endsWith(',')) return undefined
  if (text.charCodeAt(next) === COMMA) {
    const rest = text.slice(next + 1)
    return text[skipSpace(text, next + 1)] === '"' ? { value, rest: before + rest } : undefined
  }
  if (text[next] !== '}') return undefined
  const kept = isFirst ? before : before.slice(0, -1).trimEnd()
  return !isFirst && kept.endsWith('{') ? undefined : { value, rest: kept + text.slice(next) }
}
