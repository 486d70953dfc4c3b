import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../../LoadError.ts'

/** The signed addresses of a history's files, which are asked for anew when they have expired. */
export interface Addresses {
  /** The files, told apart by their addresses without what signs them. */
  readonly files: ReadonlyArray<string>
  /** The address of a file now. */
  readonly of: (file: string) => string | undefined
  /** Asks for new addresses, unless somebody has done so since this one was given out. */
  readonly renew: (stale: string) => Promise<E.Either<LoadError, unknown>>
}

const unsigned = (address: string): string => address.replace(/[?#].*$/s, '')

/** Storage services refuse an address whose time is over in each of these ways. */
export const isExpired = (error: LoadError): boolean =>
  error._tag === 'HttpFailed' && [400, 401, 403, 404, 410].includes(error.status)

/** Keeps track of addresses. The same files may come in another order. */
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

/** The error for a file that the new addresses no longer name. */
export const gone: LoadError = loadError({
  _tag: 'FileUnreadable',
  detail: 'the files of the history changed while they were read',
})
