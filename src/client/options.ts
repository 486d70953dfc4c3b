import type { Limits } from './Client.ts'
import { invalidClient } from './errors.ts'
import type { LoadError } from './LoadError.ts'

/** The largest GraphQL integer. */
export const MAX_INT: number = 2 ** 31 - 1

/** Whether a value is a whole number from 1 up. */
export const isPositiveInteger = (u: unknown): u is number => Number.isSafeInteger(u) && (u as number) >= 1

/** Returns an error for invalid limits. Infinity is invalid, because nothing may retry forever. */
export const checkLimits = (limits: Limits): LoadError | undefined => {
  const wrong = Object.entries(limits).find(([, n]) => !(Number.isFinite(n) && n >= 0))
  if (wrong !== undefined) return invalidClient(wrong[0], 'must be a finite number >= 0')
  if (limits.timeoutMs === 0) return invalidClient('timeoutMs', 'must be greater than 0')
  if (limits.maxElapsedMs === 0) return invalidClient('maxElapsedMs', 'must be greater than 0')
  return undefined
}

/** Returns an error if a custom effect is not a function. */
export const checkCapabilities = (capabilities: Readonly<Record<string, unknown>>): LoadError | undefined => {
  const wrong = Object.entries(capabilities).find(([, given]) => given !== undefined && typeof given !== 'function')
  return wrong === undefined ? undefined : invalidClient(wrong[0], 'must be a function')
}

const urlError = (url: URL): LoadError | undefined => {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return invalidClient('baseUrl', 'must start with https:// or http://')
  if (url.username !== '' || url.password !== '')
    return invalidClient('baseUrl', 'must not contain a user name or password: pass apiKey instead')
  const isCloud = url.hostname === 'wandb.ai' || url.hostname.endsWith('.wandb.ai')
  if (isCloud && !url.hostname.startsWith('api.'))
    return invalidClient('baseUrl', 'is the URL of the web app: use https://api.wandb.ai for the API')
  if (isCloud && url.protocol === 'http:')
    return invalidClient('baseUrl', 'would send the API key unencrypted: use https://')
  return undefined
}

const parsed = (text: unknown): URL | undefined => {
  try {
    return typeof text === 'string' ? new URL(text.trim()) : undefined
  } catch {
    return undefined
  }
}

/** The URL without trailing slashes, query and fragment, and the error if it is invalid. */
export const checkBaseUrl = (text: unknown): { readonly url: string; readonly error: LoadError | undefined } => {
  const url = parsed(text)
  return url === undefined
    ? { url: '', error: invalidClient('baseUrl', 'must be a URL such as https://api.wandb.ai') }
    : { url: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), error: urlError(url) }
}

/** Returns an error for an invalid URL of the web app. Links are built from it, so it must be https or http. */
export const checkAppUrl = (text: unknown): LoadError | undefined => {
  if (text === undefined) return undefined
  const protocol = parsed(text)?.protocol
  return protocol === 'https:' || protocol === 'http:'
    ? undefined
    : invalidClient('appUrl', 'must be an https:// or http:// URL')
}

/** The URL of the web app for an API URL. */
export const appUrlOf = (baseUrl: string): string => {
  if (baseUrl.includes('://api.wandb.') && !baseUrl.includes('://api.wandb.test'))
    return baseUrl.replace('://api.', '://')
  return baseUrl.replace('://api.', '://app.')
}

type Headers = Readonly<Record<string, string>>

const isName = (name: string): boolean => /^[!#$%&'*+.^_`|~\w-]+$/.test(name)

/** HTTP allows visible Latin-1 characters, and no line break, which would start another header. */
const isValue = (value: unknown): boolean => typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)

/** Returns an error for invalid headers, without their values, which may be secrets. */
export const checkHeaders = (headers: unknown): LoadError | undefined => {
  if (headers === undefined) return undefined
  if (typeof headers !== 'object' || headers === null)
    return invalidClient('headers', 'must be an object of names and values')
  for (const [name, value] of Object.entries(headers)) {
    if (!isName(name)) return invalidClient('headers', 'must have valid HTTP header names')
    if (!isValue(value)) return invalidClient('headers', `must have a valid HTTP header value for ${name.slice(0, 40)}`)
  }
  return undefined
}

/** Merges headers; names are case-insensitive, and the last value wins. */
export const mergeHeaders = (...all: ReadonlyArray<Headers | undefined>): Headers =>
  Object.fromEntries(
    all.flatMap((headers) => Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
  )
