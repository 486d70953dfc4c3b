/** A text between values, as opposed to a value. */
class Mark {
  readonly text: string
  readonly left: object | undefined

  constructor(text: string, left?: object) {
    this.text = text
    this.left = left
  }
}

const isTree = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date)

/**
 * Writes lists and dicts as JSON does, however deep they are nested: `JSON.stringify` overflows the stack.
 *
 * @param leafText - The text of anything else; without one an entry of a dict is left out, and an element is `null`.
 * @param keysOf - The keys of a dict, in order.
 * @throws TypeError for a list or dict that contains itself.
 */
export const writeTree = (
  root: unknown,
  leafText: (leaf: unknown) => string | undefined,
  keysOf: (dict: object) => ReadonlyArray<string> = Object.keys,
): string | undefined => {
  if (!isTree(root)) return leafText(root)
  const parts: Array<string> = []
  const pending: Array<unknown> = [root]
  const ancestors = new Set<unknown>()
  while (pending.length > 0) {
    const value = pending.pop()
    if (value instanceof Mark) {
      parts.push(value.text)
      ancestors.delete(value.left)
    } else if (!isTree(value)) parts.push(leafText(value) ?? 'null')
    else {
      if (ancestors.has(value)) throw new TypeError('A list or dict contains itself.')
      ancestors.add(value)
      if (Array.isArray(value)) {
        parts.push('[')
        pending.push(new Mark(']', value))
        for (let at = value.length - 1; at >= 0; at -= 1) {
          pending.push(value[at])
          if (at > 0) pending.push(new Mark(','))
        }
      } else {
        const dict = value as Readonly<Record<string, unknown>>
        const keys = keysOf(dict).filter((key) => isTree(dict[key]) || leafText(dict[key]) !== undefined)
        parts.push('{')
        pending.push(new Mark('}', value))
        for (let at = keys.length - 1; at >= 0; at -= 1) {
          const key = keys[at] as string
          pending.push(dict[key], new Mark(`${at > 0 ? ',' : ''}${JSON.stringify(key)}:`))
        }
      }
    }
  }
  return parts.join('')
}
