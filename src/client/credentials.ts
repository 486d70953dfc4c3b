import { invalidClient } from './errors.ts'
import { type LoadError, type LoadErrorReason, loadError } from './LoadError.ts'

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))

/** The Authorization header for an API key. */
export const basicAuth = (apiKey: string): string => `Basic ${base64(`api:${apiKey}`)}`

export const checkApiKey = (apiKey: unknown): LoadError | undefined => {
  if (apiKey === undefined) return undefined
  if (typeof apiKey !== 'string' || apiKey.trim() === '')
    return invalidClient('apiKey', 'must be a non-empty string: pass the whole key, or leave it out')
  if (/\s/.test(apiKey)) return invalidClient('apiKey', 'must not contain spaces or line breaks')
  return undefined
}

/** No key of W&B is shorter. */
const SHORTEST = 16

/** Replaces a form of the key. A short one, as in tests, is part of many words, and is replaced only where it stands alone. */
const replaceForm = (text: string, form: string): string => {
  if (form.length >= SHORTEST) return text.split(form).join('[key]')
  const escaped = form.replace(/[^\w\s]/g, '\\$&')
  return text.replace(new RegExp(`(?<![a-zA-Z\\d])${escaped}(?![a-zA-Z\\d])`, 'g'), '[key]')
}

/** Replaces the API key in a string, in every encoding in which it is sent or could be echoed. */
export const redactor = (apiKey: string | undefined): ((text: string) => string) => {
  if (typeof apiKey !== 'string' || apiKey.trim() === '') return (text) => text
  // Without the padding, which an echo may omit or escape.
  const sent = base64(`api:${apiKey}`).replace(/=+$/, '')
  const urlSafe = sent.replaceAll('+', '-').replaceAll('/', '_')
  const forms = [...new Set([apiKey, sent, urlSafe, encodeURIComponent(apiKey), encodeURIComponent(sent)])]
  return (text) => forms.reduce((rest, form) => replaceForm(rest, form), text)
}

/** What W&B's keys look like: 40 hexadecimal digits, which a server may put its name before, or the longer ones of today. */
const KEY = /(?<![a-z\d])(?:\w+-)?[\da-f]{40}(?![a-z\d])|\bwandb_v\d+_\w{20,}/gi

/** Replaces everything that looks like an API key: one that was pasted where a path belongs need not be the client's own. */
export const redactKeys = (text: string): string => text.replace(KEY, '[key]')

/** Replaces the API key in every string of a JSON value, including field names. */
export const redactJson = (u: unknown, redact: (text: string) => string): unknown => {
  if (typeof u === 'string') return redact(u)
  if (Array.isArray(u)) return u.map((element) => redactJson(element, redact))
  if (typeof u !== 'object' || u === null) return u
  return Object.fromEntries(Object.entries(u).map(([key, value]) => [redact(key), redactJson(value, redact)]))
}

/** Replaces the API key in an error that was made of what a caller passed, such as a path. */
export const redactError = <E extends LoadError | undefined>(error: E, redact: (text: string) => string): E => {
  if (error === undefined) return error
  const { message: _, ...reason } = error
  return loadError(redactJson(reason, redact) as LoadErrorReason) as E
}
