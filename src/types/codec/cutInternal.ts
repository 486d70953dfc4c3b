/** W&B's own entry, where it is an object without another in it, and what follows on it. */
const OWN = /"_wandb"\s*:\s*(\{[^{}]*\})\s*(,(?!\s*\})|\})/y

/**
 * The text of a JSON object without W&B's own entry, and the text of that entry's value: where nothing nested stands
 * before it, and its value is an object without another in it. `undefined` where there is none like that.
 *
 * A quoted name behind a brace or a comma is a key: within a text its quotes would be escaped. What is no JSON as a whole
 * is none in one of the two parts either.
 */
export const cutInternal = (text: string): { readonly rest: string; readonly value: string } | undefined => {
  const at = text.indexOf('"_wandb"')
  OWN.lastIndex = at
  const found = at < 0 ? null : OWN.exec(text)
  if (found === null) return undefined
  const before = text.slice(0, at).trimEnd()
  const opens = before.endsWith('{')
  const isNested = before.includes('[') || before.indexOf('{') !== before.lastIndexOf('{')
  if (isNested || !(opens || before.endsWith(','))) return undefined
  const [, value = '', end = ''] = found
  const rest = text.slice(OWN.lastIndex)
  return { value, rest: (opens ? before + end.replace(',', '') : before.slice(0, -1) + end) + rest }
}
