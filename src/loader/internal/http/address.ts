import { type LoadError, loadError } from '../../LoadError.ts'

const refuse = (reason: string, option = 'baseUrl'): LoadError => loadError({ _tag: 'InvalidClient', option, reason })

const mistake = (url: URL): LoadError | undefined => {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('does not start with https:// or http://')
  if (url.username !== '' || url.password !== '') return refuse('holds a user name or password: pass apiKey instead')
  const isCloud = url.hostname === 'wandb.ai' || url.hostname.endsWith('.wandb.ai')
  if (isCloud && !url.hostname.startsWith('api.'))
    return refuse('is the address of the web app: the API is at https://api.wandb.ai')
  if (isCloud && url.protocol === 'http:') return refuse('would send the key unencrypted: write https://')
  return undefined
}

const parsed = (text: unknown): URL | undefined => {
  try {
    return typeof text === 'string' ? new URL(text.trim()) : undefined
  } catch {
    return undefined
  }
}

/** The address without slashes at its end, query or fragment, and what is wrong with it. */
export const checkBaseUrl = (text: unknown): { readonly url: string; readonly error: LoadError | undefined } => {
  const url = parsed(text)
  return url === undefined
    ? { url: '', error: refuse('is no URL') }
    : { url: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), error: mistake(url) }
}

/** What is wrong with the address of the web app: links are made of it, so it is one of the web's. */
export const checkAppUrl = (text: unknown): LoadError | undefined => {
  if (text === undefined) return undefined
  const protocol = parsed(text)?.protocol
  return protocol === 'https:' || protocol === 'http:' ? undefined : refuse('is no https:// or http:// URL', 'appUrl')
}

/** The web app that belongs to an API address. */
export const appUrlOf = (baseUrl: string): string => {
  if (baseUrl.includes('://api.wandb.') && !baseUrl.includes('://api.wandb.test'))
    return baseUrl.replace('://api.', '://')
  return baseUrl.replace('://api.', '://app.')
}
