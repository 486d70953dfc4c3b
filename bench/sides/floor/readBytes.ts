import { Agent, request } from 'node:http'
import type { Asked } from '../../server/Asked.ts'
import { serve, timed } from '../serve.ts'
import type { Repeat } from './asked.ts'

const agent = new Agent({ keepAlive: true })

/** The bytes of an answer, thrown away. */
const drain = ({ url, storageUrl, apiKey }: Repeat, { method, path, isStorage, range, body }: Asked): Promise<number> =>
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

/** What a server sends, read by a client that does nothing with it. */
serve<Repeat>(async (task) => {
  const [bytes, seconds] = await timed(async () => {
    let total = 0
    for (const asked of task.requests) total += await drain(task, asked)
    return total
  })
  return { seconds, count: task.requests.length, checksum: bytes }
})
