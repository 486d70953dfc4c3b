import type { FaultControl } from '../faults/control.ts'
import { readFault } from '../faults/fault.ts'
import type { LoggedRequest } from './log.ts'
import { json, type Reply } from './reply.ts'

const SECRETS: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization', 'x-api-key'])

/** Leaves out the secrets of a request: the key may be one of a real account that was sent here by mistake. */
const redacted = (request: LoggedRequest): LoggedRequest => ({
  ...request,
  headers: Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, SECRETS.has(name) ? '[redacted]' : value]),
  ),
})

/** Answers `/sandbox/faults` and `/sandbox/requests`, for processes that do not have the sandbox object. */
export function adminReply(
  method: string,
  path: string,
  body: string,
  faults: FaultControl,
  requests: LoggedRequest[],
): Reply {
  if (path === '/sandbox/requests') {
    if (method === 'GET') return json(200, requests.map(redacted))
    if (method === 'DELETE') {
      requests.length = 0
      return json(200, {})
    }
  }
  if (path === '/sandbox/faults') {
    if (method === 'GET') return json(200, faults.list())
    if (method === 'DELETE') {
      faults.clear()
      return json(200, {})
    }
    if (method === 'POST') return addFaults(body, faults)
  }
  return json(404, { error: 'not found' })
}

function addFaults(body: string, faults: FaultControl): Reply {
  try {
    const value: unknown = JSON.parse(body)
    const read = (Array.isArray(value) ? value : [value]).map(readFault)
    return json(200, { ids: read.map((fault) => faults.add(fault)) })
  } catch (error) {
    return json(400, { error: error instanceof Error ? error.message : 'invalid fault' })
  }
}
