import type { Asked } from '../../server/Asked.ts'

/** How to repeat what was asked of a server. */
export interface Repeat {
  readonly url: string
  readonly storageUrl: string
  readonly apiKey: string
  readonly requests: ReadonlyArray<Asked>
}

/** A request again, by the platform's fetch. */
export const askAgain = (
  { url, storageUrl, apiKey }: Repeat,
  { method, path, isStorage, range, body }: Asked,
): Promise<Response> =>
  isStorage
    ? fetch(`${storageUrl}${path}`, { method, ...(range === undefined ? {} : { headers: { range } }) })
    : fetch(`${url}${path}`, {
        method,
        headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`api:${apiKey}`)}` },
        body,
      })
