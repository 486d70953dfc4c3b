import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../../LoadError.ts'

/** Omits the user and password of a URL, which may be an API key. */
const shown = (path: string): string => {
  const text = path.replace(/^(\s*[a-z]+:\/\/)[^/?#]*@/i, '$1')
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** An `InvalidPath` error. */
export const invalidPath = (path: unknown, reason: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'InvalidPath', path: shown(String(path)), reason }))
