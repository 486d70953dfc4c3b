/** Returns the members of a JSON object as raw text, so that numbers keep their spelling (1.0, 9007199254740993, NaN). */
export function rawMembers(text: string): Map<string, string> {
  const members = new Map<string, string>()
  let at = skipSpace(text, 0)
  if (text[at] !== '{') return members
  at = skipSpace(text, at + 1)
  while (at < text.length && text[at] === '"') {
    const keyEnd = stringEnd(text, at)
    const key = JSON.parse(text.slice(at, keyEnd)) as string
    const start = skipSpace(text, skipSpace(text, keyEnd) + 1)
    const end = valueEnd(text, start)
    members.set(key, text.slice(start, end))
    at = skipSpace(text, end)
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return members
}

/** Returns a JSON object with only the given keys. A dotted key that is not a member selects from nested objects. */
export function pickKeys(text: string, keys: readonly string[]): string {
  const members = rawMembers(text)
  const picked: string[] = []
  const inner = new Map<string, string[]>()
  for (const key of new Set(keys)) {
    const whole = members.get(key)
    if (whole !== undefined) picked.push(`${JSON.stringify(key)}:${whole}`)
    else {
      const outer = prefixes(key).find((prefix) => members.has(prefix))
      if (outer !== undefined) inner.set(outer, [...(inner.get(outer) ?? []), key.slice(outer.length + 1)])
    }
  }
  for (const [outer, rest] of inner) {
    const part = pickKeys(members.get(outer) ?? '', rest)
    if (part !== '{}' && !keys.includes(outer)) picked.push(`${JSON.stringify(outer)}:${part}`)
  }
  return `{${picked.join(',')}}`
}

/** Returns the dotted prefixes of a key, longest first: `a.b` and `a` for `a.b.c`. */
export function prefixes(key: string): string[] {
  const found: string[] = []
  for (let dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) found.push(key.slice(0, dot))
  return found
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1
  return at
}

function stringEnd(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function valueEnd(text: string, from: number): number {
  let depth = 0
  let at = from
  while (at < text.length) {
    const character = text[at]
    if (character === '"') {
      at = stringEnd(text, at)
      continue
    }
    if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') {
      if (depth === 0) return trimEnd(text, at)
      depth -= 1
    } else if (character === ',' && depth === 0) return trimEnd(text, at)
    at += 1
  }
  return at
}

function trimEnd(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at - 1) <= 32) at -= 1
  return at
}
