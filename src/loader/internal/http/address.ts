import { type LoadError, loadError } from '../../LoadError.ts'

const invalid = (reason: string, option = 'baseUrl'): LoadError => loadError({ _tag: 'InvalidClient', option, reason })

const urlError = (url: URL): LoadError | undefined => {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return invalid('must start with https:// or http://')
  if (url.username !== '' || url.password !== '')
    return invalid('must not contain a user name or password: pass apiKey instead')
  const isCloud = url.hostname === 'wandb.ai' || url.hostname.endsWith('.wandb.ai')
  if (isCloud && !url.hostname.startsWith('api.'))
    return invalid('is the URL of the web app: use https://api.wandb.ai for the API')
  if (isCloud && url.protocol === 'http:') return invalid('would send the API key unencrypted: use https://')
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
    ? { url: '', error: invalid('must be a URL such as https://api.wandb.ai') }
    : { url: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), error: urlError(url) }
}

/** Returns an error for an invalid URL of the web app. Links are built from it, so it must be https or http. */
export const checkAppUrl = (text: unknown): LoadError | undefined => {
  if (text === undefined) return undefined
  const protocol = parsed(text)?.protocol
  return protocol === 'https:' || protocol === 'http:'
    ? undefined
    : invalid('must be an https:// or http:// URL', 'appUrl')
}

/** The URL of the web app for an API URL. */
export const appUrlOf = (baseUrl: string): string => {
  if (baseUrl.includes('://api.wandb.') && !baseUrl.includes('://api.wandb.test'))
    return baseUrl.replace('://api.', '://')
  return baseUrl.replace('://api.', '://app.')
}
