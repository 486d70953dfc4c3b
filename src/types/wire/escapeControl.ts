/** Control characters that a terminal would act on, and marks that change the direction of text. */
export const CONTROL: RegExp = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

const symbolOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'
}

/** Replaces control characters with visible symbols: `␊` for a line feed, `␛` for an escape. */
export const escapeControl = (text: string): string => text.replace(CONTROL, symbolOf)

/** As {@link escapeControl}, but keeps line breaks and tabs. */
export const escapeLines = (text: string): string => text.replace(/[^\n\t]+/g, escapeControl)
