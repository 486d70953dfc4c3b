import { type LoadError, loadError } from '../LoadError.ts'

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** The header by which a W&B server knows an API key. */
export const basicAuth = (apiKey: string): string => `Basic ${base64(`api:${apiKey}`)}`

export const checkKey = (apiKey: string | undefined): LoadError | undefined => {
  if (apiKey === undefined) return undefined
  if (apiKey.trim() === '')
    return loadError({
      _tag: 'InvalidClient',
      option: 'apiKey',
      reason: 'is empty: leave it out, or give the whole key',
    })
  if (/\s/.test(apiKey))
    return loadError({ _tag: 'InvalidClient', option: 'apiKey', reason: 'holds a space or a line break' })
  return undefined
}

/** Takes the key out of a text, in each form in which it is ever sent. */
export const redactor = (apiKey: string | undefined): ((text: string) => string) => {
  if (apiKey === undefined || apiKey.trim() === '') return (text) => text
  const forms = [apiKey, base64(`api:${apiKey}`), encodeURIComponent(apiKey)]
  return (text) => forms.reduce((rest, form) => rest.split(form).join('[key]'), text)
}
