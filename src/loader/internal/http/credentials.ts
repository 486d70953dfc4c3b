import { type LoadError, loadError } from '../../LoadError.ts'

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))

/** The header by which a W&B server knows an API key. */
export const basicAuth = (apiKey: string): string => `Basic ${base64(`api:${apiKey}`)}`

const refuse = (reason: string): LoadError => loadError({ _tag: 'InvalidClient', option: 'apiKey', reason })

export const checkKey = (apiKey: unknown): LoadError | undefined => {
  if (apiKey === undefined) return undefined
  if (typeof apiKey !== 'string') return refuse('is no text: leave it out, or give the whole key')
  if (apiKey.trim() === '') return refuse('is empty: leave it out, or give the whole key')
  if (/\s/.test(apiKey)) return refuse('holds a space or a line break')
  return undefined
}

/** Takes the key out of a text, in each form in which it is ever sent or could be sent back. */
export const redactor = (apiKey: string | undefined): ((text: string) => string) => {
  if (typeof apiKey !== 'string' || apiKey.trim() === '') return (text) => text
  // Without the padding, which an echo may leave out or escape.
  const sent = base64(`api:${apiKey}`).replace(/=+$/, '')
  const urlSafe = sent.replaceAll('+', '-').replaceAll('/', '_')
  const forms = [...new Set([apiKey, sent, urlSafe, encodeURIComponent(apiKey), encodeURIComponent(sent)])]
  return (text) => forms.reduce((rest, form) => rest.split(form).join('[key]'), text)
}

/** Takes the key out of every text in a JSON value, names of fields included. */
export const redactedJson = (u: unknown, redact: (text: string) => string): unknown => {
  if (typeof u === 'string') return redact(u)
  if (Array.isArray(u)) return u.map((element) => redactedJson(element, redact))
  if (typeof u !== 'object' || u === null) return u
  return Object.fromEntries(Object.entries(u).map(([key, value]) => [redact(key), redactedJson(value, redact)]))
}
