import { Agent, request } from 'node:http'
import type { RecordedRequest } from '../../server/Traffic.ts'
import { serve, timed } from '../serve.ts'
import type { ReplayTask } from './resend.ts'

const agent = new Agent({ keepAlive: true })

/** Discards the bytes of a response and returns their number. */
const drain = (
  { url, storageUrl, apiKey }: ReplayTask,
  { method, path, isStorage, range, body }: RecordedRequest,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      `${isStorage ? storageUrl : url}${path}`,
      {
        method,
        agent,
        headers: isStorage
          ? { ...(range === undefined ? {} : { range }) }
          : { 'content-type': 'application/json', authorization: `Basic ${btoa(`api:${apiKey}`)}` },
      },
      (response) => {
        let bytes = 0
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        response.on('end', () => resolve(bytes))
        response.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

/** Measures the server alone: the same responses, read by a client that does nothing with them. */
serve<ReplayTask>(async (task) => {
  const [bytes, seconds] = await timed(async () => {
    let total = 0
    for (const recorded of task.requests) total += await drain(task, recorded)
    return total
  })
  return { seconds, count: task.requests.length, checksum: bytes }
})
