const TOKEN = /"(?:[^"\\]|\\[\s\S])*"|-?\bInfinity\b|\bNaN\b/g

/** Parses JSON as the SDK writes it: with bare NaN and Infinity, and raw control characters inside strings. */
export function parseLenient(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return parseNonStandard(text)
  }
}

function parseNonStandard(text: string): unknown {
  const marks = new Map<string, number>()
  // The marks must not occur in the text itself.
  let stem = '\u0001n'
  while (text.includes(stem)) stem += '\u0001'
  const mark = (value: number): string => {
    const name = `${stem}${value}`
    marks.set(name, value)
    return JSON.stringify(name)
  }
  const strict = text.replace(TOKEN, (token) => (token.startsWith('"') ? escapeControls(token) : mark(Number(token))))
  return JSON.parse(strict, (_, value) => (typeof value === 'string' ? (marks.get(value) ?? value) : value))
}

const escapeControls = (token: string): string =>
  Array.from(token, (character) =>
    character < ' ' ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character,
  ).join('')
