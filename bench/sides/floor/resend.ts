import type { Connection } from '../../process/startServer.ts'
import type { RecordedRequest } from '../../server/Traffic.ts'

/** The requests to repeat. */
export interface ReplayTask extends Connection {
  readonly requests: ReadonlyArray<RecordedRequest>
}

/** Sends a recorded request again with the platform's fetch. */
export const resend = (
  { url, storageUrl, apiKey }: ReplayTask,
  { method, path, isStorage, range, body }: RecordedRequest,
): Promise<Response> =>
  isStorage
    ? fetch(`${storageUrl}${path}`, { method, ...(range === undefined ? {} : { headers: { range } }) })
    : fetch(`${url}${path}`, {
        method,
        headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`api:${apiKey}`)}` },
        body,
      })
