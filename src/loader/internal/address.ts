import { type LoadError, loadError } from '../LoadError.ts'

const refuse = (reason: string): LoadError => loadError({ _tag: 'InvalidClient', option: 'baseUrl', reason })

const mistake = (url: URL): LoadError | undefined => {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('does not start with https:// or http://')
  if (url.username !== '' || url.password !== '') return refuse('holds a user name or password: pass apiKey instead')
  const isCloud = url.hostname === 'wandb.ai' || url.hostname.endsWith('.wandb.ai')
  if (isCloud && !url.hostname.startsWith('api.'))
    return refuse('is the address of the web app: the API is at https://api.wandb.ai')
  if (isCloud && url.protocol === 'http:') return refuse('would send the key unencrypted: write https://')
  return undefined
}

/** The address without slashes at its end, query or fragment, and what is wrong with it. */
export const checkBaseUrl = (text: string): { readonly url: string; readonly error: LoadError | undefined } => {
  try {
    const url = new URL(text.trim())
    return { url: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), error: mistake(url) }
  } catch {
    return { url: '', error: refuse('is no URL') }
  }
}

/** The web app that belongs to an API address. */
export const appUrlOf = (baseUrl: string): string => {
  if (baseUrl.includes('://api.wandb.') && !baseUrl.includes('://api.wandb.test'))
    return baseUrl.replace('://api.', '://')
  return baseUrl.replace('://api.', '://app.')
}
