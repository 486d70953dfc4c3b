import { timingSafeEqual } from 'node:crypto'

/** Returns `good` for the right key, `none` without a key, and `bad` otherwise. */
export function checkKey(header: string | undefined, apiKey: string): 'good' | 'none' | 'bad' {
  if (header === undefined || header === '') return 'none'
  const [scheme, value] = header.split(' ')
  if (scheme?.toLowerCase() !== 'basic' || value === undefined) return 'bad'
  const given = Buffer.from(value, 'base64')
  const wanted = Buffer.from(`api:${apiKey}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? 'good' : 'bad'
}

/** W&B's response to an unknown key. */
export const unauthorizedBody = {
  errors: [{ message: 'user is not logged in', path: ['viewer'], extensions: { code: 'PERMISSION_ERROR' } }],
  data: null,
}
