import type { Limits } from './Client.ts'
import { invalidClient } from './errors.ts'
import type { LoadError } from './LoadError.ts'
import { appUrlOf, DEFAULT_BASE_URL, hostOf, officialApi, parseUrl } from './servers.ts'

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

/** Returns an error for an invalid limit on response bodies. */
export const checkBodyLimit = (maxBodyBytes: unknown): LoadError | undefined =>
  isPositiveInteger(maxBodyBytes) ? undefined : invalidClient('maxBodyBytes', 'must be a positive integer')

/** Returns an error if a custom effect is not a function. */
export const checkCapabilities = (capabilities: Readonly<Record<string, unknown>>): LoadError | undefined => {
  const wrong = Object.entries(capabilities).find(([, given]) => given !== undefined && typeof given !== 'function')
  return wrong === undefined ? undefined : invalidClient(wrong[0], 'must be a function')
}

/** Pages of the web app that people copy instead of the address of the server. */
const APP_PAGE = /\/(authorize|login|signup|settings)$/

const urlError = (url: URL): LoadError | undefined => {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return invalidClient('baseUrl', 'must start with https:// or http://')
  if (url.username !== '' || url.password !== '')
    return invalidClient('baseUrl', 'must not contain a user name or password: pass apiKey instead')
  const official = officialApi(url)
  if (official === undefined) {
    const page = APP_PAGE.exec(url.pathname)
    if (page === null) return undefined
    const rest = `${url.origin}${url.pathname.slice(0, page.index)}`
    return invalidClient('baseUrl', `is the URL of a page of the web app: use ${rest}`)
  }
  if (official.exact) return undefined
  if (url.protocol === 'http:' && url.hostname.startsWith('api.'))
    return invalidClient('baseUrl', `would send the API key unencrypted: use ${official.url}`)
  return url.hostname.startsWith('api.')
    ? invalidClient('baseUrl', `must be the URL of the API and nothing more: use ${official.url}`)
    : invalidClient('baseUrl', `is the URL of the web app: use ${official.url} for the API`)
}

/** What an address without a scheme was meant to be: `api.wandb.ai` or `localhost:8080`. */
const withScheme = (text: unknown): URL | undefined => {
  if (
    typeof text !== 'string' ||
    !/^(localhost|\[[\da-f:]+\]|[\w-]+(\.[\w-]+)+|[\w-]+(?=:))(:\d+)?(\/|$)/i.test(text.trim())
  )
    return undefined
  const secure = parseUrl(`https://${text.trim()}`)
  return secure !== undefined && isLoopback(secure) ? parseUrl(`http://${text.trim()}`) : secure
}

const missingScheme = (url: URL): LoadError => {
  const meant = officialApi(url)?.url ?? `${url.origin}${url.pathname}`.replace(/\/+$/, '')
  return invalidClient('baseUrl', `must start with https:// or http://: use ${meant}`)
}

/** Whether a URL leads to this machine, so that nothing is sent over a network. */
export const isLoopback = ({ hostname }: URL): boolean =>
  /^((.*\.)?localhost\.?|127(\.\d+){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/i.test(hostname)

export { appUrlOf }

/** The URL of the API without trailing slashes, query, fragment and `/graphql`, and the error if it is invalid. */
export const checkBaseUrl = (text: unknown): { readonly url: string; readonly error: LoadError | undefined } => {
  const meant = withScheme(text)
  if (meant !== undefined) return { url: '', error: missingScheme(meant) }
  const url = parseUrl(text)
  if (url === undefined)
    return { url: '', error: invalidClient('baseUrl', `must be a URL such as ${DEFAULT_BASE_URL}`) }
  const error = urlError(url)
  if (error === undefined) {
    const official = officialApi(url)
    if (official !== undefined) return { url: official.url, error }
  }
  return { url: `${url.origin}${url.pathname}`.replace(/\/+$/, '').replace(/\/graphql$/, ''), error }
}

/** The URL of the web app as links begin with it, without trailing slashes, query and fragment. */
export const normalizeAppUrl = (text: string): string => {
  const url = parseUrl(text)
  if (url === undefined) return ''
  const isForge = officialApi(url)?.url === `https://api.${hostOf(url)}`
  const plain = `${url.origin}${url.pathname}`.replace(/\/+$/, '')
  return isForge && url.pathname === '/' ? appUrlOf(`https://api.${hostOf(url)}`) : plain
}

/** Returns an error for an invalid URL of the web app. Links are built from it, so it must be https or http. */
export const checkAppUrl = (text: unknown): LoadError | undefined => {
  if (text === undefined) return undefined
  const url = parseUrl(text)
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return invalidClient('appUrl', 'must be an https:// or http:// URL')
  if (url.username !== '' || url.password !== '')
    return invalidClient('appUrl', 'must not contain a user name or password')
  const official = officialApi(url)
  return official?.exact
    ? invalidClient('appUrl', `is the URL of the API: use ${appUrlOf(official.url)} for the web app`)
    : undefined
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
