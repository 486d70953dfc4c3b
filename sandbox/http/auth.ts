import { timingSafeEqual } from 'node:crypto'

/** `good` for the key, `none` where no key was sent, `bad` for anything else. */
export function checkKey(header: string | undefined, apiKey: string): 'good' | 'none' | 'bad' {
  if (header === undefined || header === '') return 'none'
  const [scheme, value] = header.split(' ')
  if (scheme?.toLowerCase() !== 'basic' || value === undefined) return 'bad'
  const given = Buffer.from(value, 'base64')
  const wanted = Buffer.from(`api:${apiKey}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? 'good' : 'bad'
}

/** What W&B answers to a key that it does not know. */
export const refusal = {
  errors: [{ message: 'user is not logged in', path: ['viewer'], extensions: { code: 'PERMISSION_ERROR' } }],
  data: null,
}
