import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import type { FaultControl } from '../faults/control.ts'
import type { Fault } from '../faults/fault.ts'
import { createRuns } from '../faults/newRun.ts'
import { pageOf } from '../faults/page.ts'
import { damage } from '../faults/result.ts'
import type { Context } from '../graphql/context.ts'
import { type Executor, operationOf, type Request } from '../graphql/execute.ts'
import { html, json, pause, type Reply } from './reply.ts'

export interface Answer {
  readonly reply: Reply
  readonly operationName: string
  readonly faults: readonly string[]
}

/** Reads the body of a request to /graphql; undefined where it is none. */
export function readRequest(body: string): Request | undefined {
  try {
    const { query, operationName, variables } = JSON.parse(body) as Record<string, unknown>
    if (typeof query !== 'string') return undefined
    return {
      query,
      operationName: typeof operationName === 'string' ? operationName : '',
      variables: typeof variables === 'object' && variables !== null ? (variables as Request['variables']) : {},
    }
  } catch {
    return undefined
  }
}

export async function answer(
  request: Request,
  { executor, faults, context, now }: { executor: Executor; faults: FaultControl; context: Context; now: () => Date },
): Promise<Answer> {
  const { document } = executor.prepare(request.query)
  const operation = operationOf(document, request.operationName)
  const operationName = request.operationName || operation?.name?.value || ''
  const hit = faults.match({ operation: operationName, page: pageOf(request.query, request.variables) })
  for (const fault of hit) if (fault.kind === 'latency') await pause(fault.ms)
  const instead = hit.map(replacement).find((reply) => reply !== undefined)
  const reply = instead ?? (await execute(request, document, operation, hit, { executor, context, now }))
  return { reply: hit.reduce(transport, reply), operationName, faults: hit.map((fault) => fault.kind) }
}

async function execute(
  request: Request,
  document: DocumentNode | undefined,
  operation: OperationDefinitionNode | undefined,
  hit: readonly Fault[],
  { executor, context, now }: { executor: Executor; context: Context; now: () => Date },
): Promise<Reply> {
  const asked = document && operation && { document, operation, variables: request.variables }
  for (const fault of hit)
    if (fault.kind === 'new-run' && asked !== undefined) createRuns(context.store, asked, fault.count ?? 1, now())
  const { data, errors } = await executor.execute(request, context)
  // Without data the document or its variables were refused, which is the sender's fault.
  if (data === undefined) return json(400, { errors })
  const result: { data?: unknown; errors?: unknown } = { data, ...(errors === undefined ? {} : { errors }) }
  if (asked !== undefined) for (const fault of hit) damage(fault, { ...asked, result })
  return json(200, result)
}

/** The faults that answer in place of the server. */
export function replacement(fault: Fault): Reply | undefined {
  switch (fault.kind) {
    case 'status':
      return status(fault)
    case 'rate-limit':
      return json(
        429,
        { errors: [{ message: 'rate limit exceeded' }], data: null },
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      )
    case 'html':
      return html(200, 'Sign in')
    case 'redirect':
      return { status: fault.status ?? 307, headers: { location: fault.to }, body: '' }
    default:
      return undefined
  }
}

function status(fault: Extract<Fault, { kind: 'status' }>): Reply {
  const { body = 'json' } = fault
  const plain: Reply =
    body === 'json'
      ? json(fault.status, { errors: [{ message: `the sandbox answers ${fault.status}` }], data: null })
      : body === 'html'
        ? html(fault.status, `Error ${fault.status}`)
        : typeof body === 'string'
          ? { status: fault.status, headers: { 'content-type': 'text/plain' }, body: body === 'text' ? 'error' : body }
          : json(fault.status, body)
  return { ...plain, headers: { ...plain.headers, ...fault.headers } }
}

/** The faults of the way back. */
export function transport(reply: Reply, fault: Fault): Reply {
  const half = Math.floor(reply.body.length / 2)
  switch (fault.kind) {
    case 'headers':
      return { ...reply, headers: { ...reply.headers, ...fault.headers } }
    case 'truncate':
      return { ...reply, body: reply.body.slice(0, fault.after ?? half) }
    case 'bare-nan':
      return { ...reply, body: String(reply.body).replace(/^\{/, '{"extensions":{"cost":NaN},') }
    case 'reset':
      return { ...reply, resetAfter: fault.after ?? half }
    case 'slow-body':
      return { ...reply, slow: { ms: fault.ms, chunks: fault.chunks ?? 10 } }
    default:
      return reply
  }
}
