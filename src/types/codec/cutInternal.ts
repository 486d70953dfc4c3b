/** W&B's own entry, if it is an object without nested objects, and the delimiter after it. */
const INTERNAL_ENTRY = /"_wandb"\s*:\s*(\{[^{}]*\})\s*(,(?!\s*\})|\})/y

/**
 * Splits the text of a JSON object into the text without W&B's own entry and the text of that entry's value.
 * `undefined` unless nothing nested precedes the entry and its value has no nested objects.
 *
 * A quoted name after a brace or a comma is a key: inside a string its quotes would be escaped. If the text is not valid
 * JSON, at least one of the two parts is not either.
 */
export const cutInternal = (text: string): { readonly rest: string; readonly value: string } | undefined => {
  const at = text.indexOf('"_wandb"')
  INTERNAL_ENTRY.lastIndex = at
  const found = at < 0 ? null : INTERNAL_ENTRY.exec(text)
  if (found === null) return undefined
  const before = text.slice(0, at).trimEnd()
  const opens = before.endsWith('{')
  const isNested = before.includes('[') || before.indexOf('{') !== before.lastIndexOf('{')
  if (isNested || !(opens || before.endsWith(','))) return undefined
  const [, value = '', end = ''] = found
  const rest = text.slice(INTERNAL_ENTRY.lastIndex)
  return { value, rest: (opens ? before + end.replace(',', '') : before.slice(0, -1) + end) + rest }
}
