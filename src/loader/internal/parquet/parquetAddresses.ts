import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../../LoadError.ts'

/** The signed URLs of a history's files, which are renewed once they have expired. */
export interface Addresses {
  /** The files, identified by their URLs without the signature. */
  readonly files: ReadonlyArray<string>
  /** Returns the current URL of a file. */
  readonly of: (file: string) => string | undefined
  /** Requests new URLs, unless the stale one has already been replaced. */
  readonly renew: (stale: string) => Promise<E.Either<LoadError, unknown>>
}

const unsigned = (address: string): string => address.replace(/[?#].*$/s, '')

/** The statuses with which storage services reject an expired URL. */
export const isExpired = (error: LoadError): boolean =>
  error._tag === 'HttpFailed' && [400, 401, 403, 404, 410].includes(error.status)

/** Tracks signed URLs. The server may return the same files in another order. */
export const trackAddresses = (
  urls: ReadonlyArray<string>,
  ask: () => Promise<E.Either<LoadError, ReadonlyArray<string>>>,
): Addresses => {
  const read = (list: ReadonlyArray<string>) => new Map(list.map((url) => [unsigned(url), url]))
  let current = read(urls)
  let asking: Promise<E.Either<LoadError, unknown>> | undefined
  const askOnce = async (): Promise<E.Either<LoadError, unknown>> => {
    const answer = await ask()
    asking = undefined
    if (E.isRight(answer)) current = read(answer.right)
    return answer
  }
  return {
    files: [...current.keys()],
    of: (file) => current.get(file),
    renew: (stale) => {
      if (asking === undefined && current.get(unsigned(stale)) !== stale) return Promise.resolve(E.right(undefined))
      asking ??= askOnce()
      return asking
    },
  }
}

/** The error for a file that has no URL any more. */
export const gone: LoadError = loadError({
  _tag: 'FileUnreadable',
  detail: 'the history files changed during the download',
})
