import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { FaultControl } from '../faults/control.ts'
import type { Context } from '../graphql/context.ts'
import type { Executor } from '../graphql/execute.ts'
import { adminReply } from './admin.ts'
import { checkKey, unauthorizedBody } from './auth.ts'
import { type Cors, corsHeaders, preflightReply } from './cors.ts'
import { fileReply, isSigned } from './files.ts'
import { type Answer, answer, applyTransportFault, readRequest, replacementReply } from './graphql.ts'
import type { LoggedRequest } from './log.ts'
import { foreignPageError, hostError } from './origin.ts'
import { delay, json, type Reply, send } from './reply.ts'
import { storageReply } from './storage.ts'

export interface ServerParts {
  readonly apiKey: string
  readonly anonymous: boolean
  readonly cors: Cors
  readonly executor: Executor
  readonly faults: FaultControl
  readonly requests: LoggedRequest[]
  readonly context: () => Context
  readonly now: () => Date
  readonly extraHeaders: Readonly<Record<string, string>>
}

const readBody = async (message: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

const flatHeaders = (message: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : `${value}`,
    ]),
  )

export function makeServer(parts: ServerParts): Server {
  return createServer((message, response) => {
    handle(parts, message, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ errors: [{ message: String(error) }], data: null }))
    })
  })
}

async function handle(parts: ServerParts, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const started = performance.now()
  const url = new URL(message.url ?? '/', 'http://sandbox')
  const method = message.method ?? 'GET'
  const body = await readBody(message)
  const refused = hostError(message) ?? (url.pathname.startsWith('/sandbox/') ? foreignPageError(message) : undefined)
  if (refused !== undefined) {
    await send(response, refused, false)
    return
  }
  const gzip = /\bgzip\b/.test(String(message.headers['accept-encoding'] ?? ''))
  if (url.pathname.startsWith('/sandbox/')) {
    await send(response, adminReply(method, url.pathname, body, parts.faults, parts.requests), gzip)
    return
  }
  const request = url.pathname === '/graphql' ? readRequest(body) : undefined
  const answered = await route(parts, method, url, message, request)
  const headers = { ...parts.extraHeaders, ...corsHeaders(parts.cors, message), ...answered.reply.headers }
  const reply = { ...answered.reply, headers }
  const entry = {
    method,
    path: url.pathname,
    operationName: answered.operationName,
    query: request?.query ?? '',
    variables: request?.variables ?? {},
    headers: flatHeaders(message),
    status: reply.resetAfter === undefined ? reply.status : 0,
    bytes: Buffer.byteLength(reply.body),
    milliseconds: performance.now() - started,
    faults: answered.faults,
  }
  // Logged before it is sent, so that a client that has read the response finds it in the log.
  parts.requests.push(entry)
  await send(response, reply, gzip && !isStorage(url))
}

const isStorage = (url: URL): boolean => url.pathname.startsWith('/storage/')

async function storage(parts: ServerParts, method: string, url: URL, message: IncomingMessage): Promise<Answer> {
  const { store, exports } = parts.context()
  const hit = parts.faults.match({ operation: 'storage', page: 1 })
  for (const fault of hit) if (fault.kind === 'latency') await delay(fault.ms)
  const { range, authorization } = message.headers
  const ignoreRange = hit.some((fault) => fault.kind === 'ignore-range')
  const reply =
    hit.map(replacementReply).find((instead) => instead !== undefined) ??
    storageReply(store, exports, { method, url, range, authorization, ignoreRange })
  return { reply: hit.reduce(applyTransportFault, reply), operationName: '', faults: hit.map((fault) => fault.kind) }
}

async function route(
  parts: ServerParts,
  method: string,
  url: URL,
  message: IncomingMessage,
  request: ReturnType<typeof readRequest>,
): Promise<Answer> {
  const plain = (reply: Reply): Answer => ({ reply, operationName: '', faults: [] })
  const preflight = preflightReply(parts.cors, message)
  if (preflight !== undefined) return plain(preflight)
  if (isStorage(url)) return storage(parts, method, url, message)
  const key = checkKey(message.headers.authorization, parts.apiKey)
  const allowed = key === 'good' || (key === 'none' && parts.anonymous)
  if (url.pathname.startsWith('/files/')) {
    if (!allowed && !isSigned(url)) return plain(json(401, unauthorizedBody))
    const { store } = parts.context()
    return plain(fileReply(store, url, message.headers.range))
  }
  if (url.pathname !== '/graphql') return plain(json(404, { error: 'not found' }))
  if (method !== 'POST') return plain(json(405, { error: 'method not allowed' }, { allow: 'POST' }))
  if (!allowed) return plain(json(401, unauthorizedBody))
  if (request === undefined) return plain(json(400, { errors: [{ message: 'the body must be a GraphQL request' }] }))
  const context = parts.context()
  return answer(request, {
    ...parts,
    context: key === 'good' ? context : { ...context, viewer: undefined },
  })
}
