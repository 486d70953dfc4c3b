/** What takes one cell per character: ASCII, and what stands for missing values and cut text. */
const NARROW = /^[\u0020-\u007e\u2013\u2026]*$/

/** Characters that take two cells: those of East Asian scripts, full-width forms, and emoji. */
const WIDE =
  /\ufe0f|[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Script=Tangut}\p{Script=Nushu}\u2e80-\u303e\u3041-\u33ff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6]/u

/** Letters of these scripts that take one cell all the same. */
const HALF_WIDTH = /^[\uff61-\uffdc]/

/** Nothing but marks that are drawn over the character before them, or not at all. */
const NO_WIDTH = /^[\p{Mark}\p{Cf}]*$/u

const segmenter = /* @__PURE__ */ new Intl.Segmenter('en', { granularity: 'grapheme' })

const widthOf = (character: string): number => {
  if (NO_WIDTH.test(character)) return 0
  return WIDE.test(character) && !HALF_WIDTH.test(character) ? 2 : 1
}

/** Returns how many cells of a terminal a text takes. */
export const textWidth = (text: string): number => {
  if (NARROW.test(text)) return text.length
  let width = 0
  for (const { segment } of segmenter.segment(text)) width += widthOf(segment)
  return width
}

/** No character that people see is made of more UTF-16 code units than this, but a text can be. */
const MAX_UNITS = 40

/** Cuts a text to a width, at least 1, with `…` in place of what is missing. */
export const cutText = (text: string, width: number): string => {
  if (text.length <= width && NARROW.test(text)) return text
  if (NARROW.test(text)) return `${text.slice(0, width - 1)}…`
  const start = Number.isFinite(width) ? text.slice(0, (width + 1) * MAX_UNITS) : text
  let taken = ''
  let used = 0
  let fitting = ''
  for (const { segment } of segmenter.segment(start)) {
    used += widthOf(segment)
    if (used > width) return `${fitting}…`
    taken += segment
    if (used < width) fitting = taken
  }
  return start.length < text.length ? `${fitting}…` : text
}

/** Fills a text with spaces to a width. */
export const padText = (text: string, width: number, align: 'left' | 'right'): string => {
  const spaces = ' '.repeat(Math.max(0, width - textWidth(text)))
  return align === 'right' ? spaces + text : text + spaces
}
