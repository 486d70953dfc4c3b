import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../client/Client.ts'
import { malformedResponse } from '../client/errors.ts'
import { type FetchedBytes, fetchBytes, isExpiredUrlError, webPageInstead } from '../client/fetchBytes.ts'
import { type FileVersion, isSameVersion } from '../client/fileVersion.ts'
import type { LoadError } from '../client/LoadError.ts'
import { fail, task, unwrap } from '../client/task.ts'

/** A file to fetch part by part. */
export interface PartsTask {
  readonly url: string
  /** Requests a new URL after the first has expired. */
  readonly renew?: TaskEither<LoadError, string> | undefined
  /** Omits the API key even for the server's own origin. */
  readonly anonymous?: boolean | undefined
  /** The expected size in bytes: a small file is fetched whole. */
  readonly size?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** The length of a part in bytes, small enough for the time limit on a slow connection. */
const PART = 8 * 2 ** 20

/** How often in a row a URL may have expired. */
const MAX_RENEWALS = 2

/** How often a download starts over because the file changed on the server. */
export const MAX_RESTARTS = 3

const isEmptyRange = (error: LoadError): boolean => error._tag === 'HttpFailed' && error.status === 416

/** Whether a server sent something instead of a range without saying which part of the file it is. */
const isUnplaced = ({ total, headers }: FetchedBytes): boolean =>
  total === undefined && headers['content-range'] === undefined

/** What is wrong with a web page in place of a file whose size it does not have. */
const wrongPage =
  (size: number | undefined) =>
  (fetched: FetchedBytes): string | undefined =>
    size === undefined || (fetched.total ?? fetched.bytes.length) === size ? undefined : webPageInstead(fetched)

/**
 * Fetches a file part by part, writes each before the next is requested, and returns the size. A file that changes on the
 * server meanwhile starts over: a part is written at position 0 again.
 */
export const fetchParts = (
  client: Client,
  { url: first, renew, anonymous, size, signal }: PartsTask,
  write: (bytes: Uint8Array, start: number) => Promise<void>,
): TaskEither<LoadError, number> =>
  task(async function* () {
    const check = wrongPage(size)
    let url = first
    let ranged = size === undefined || size > PART
    let renewals = 0
    let restarts = 0
    let version: FileVersion = { headers: {}, total: undefined }
    for (let start = 0; ; ) {
      const range = ranged ? { start, end: start + PART } : undefined
      const part = await fetchBytes(client, url, { range, anonymous, check, signal })
      const isPastEnd = E.isLeft(part) && ranged && isEmptyRange(part.left)
      if (isPastEnd && start === 0) {
        // An empty file has no valid range.
        ranged = false
        continue
      }
      // Only a server that never reports the size ends a file in this way.
      if (isPastEnd && version.total === undefined) return start
      if (
        E.isLeft(part) &&
        !isPastEnd &&
        renew !== undefined &&
        isExpiredUrlError(part.left) &&
        renewals < MAX_RENEWALS
      ) {
        url = yield* unwrap(renew)
        renewals += 1
        continue
      }
      if (isPastEnd || (E.isRight(part) && part.right.start > 0 && !isSameVersion(version, part.right))) {
        if (restarts >= MAX_RESTARTS)
          return yield* fail(malformedResponse('the file keeps changing during the download'))
        restarts += 1
        start = 0
        continue
      }
      const fetched = yield* unwrap(part)
      if (ranged && isUnplaced(fetched)) {
        ranged = false
        start = 0
        continue
      }
      if (fetched.start === 0) version = fetched
      renewals = 0
      const { bytes } = fetched
      await write(bytes, fetched.start)
      start = fetched.start + bytes.length
      const total = fetched.total ?? version.total
      if (!ranged || bytes.length === 0 || (total !== undefined && start >= total)) return start
    }
  })
