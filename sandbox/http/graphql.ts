import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import type { FaultControl } from '../faults/control.ts'
import { createRuns } from '../faults/createRuns.ts'
import { damageResult } from '../faults/damageResult.ts'
import type { Fault } from '../faults/fault.ts'
import { pageNumber } from '../faults/pageNumber.ts'
import type { Context } from '../graphql/context.ts'
import { type Executor, operationOf, type Request } from '../graphql/execute.ts'
import { delay, html, json, type Reply } from './reply.ts'

export interface Answer {
  readonly reply: Reply
  readonly operationName: string
  readonly faults: readonly string[]
}

/** Parses the body of a request to /graphql; `undefined` if it is invalid. */
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
  const hit = faults.match({ operation: operationName, page: pageNumber(request.query, request.variables) })
  for (const fault of hit) if (fault.kind === 'latency') await delay(fault.ms)
  const instead = hit.map(replacementReply).find((reply) => reply !== undefined)
  const reply = instead ?? (await execute(request, document, operation, hit, { executor, context, now }))
  return { reply: hit.reduce(applyTransportFault, reply), operationName, faults: hit.map((fault) => fault.kind) }
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
  // Without data the document or its variables are invalid, which is a client error.
  if (data === undefined) return json(400, { errors })
  const result: { data?: unknown; errors?: unknown } = { data, ...(errors === undefined ? {} : { errors }) }
  if (asked !== undefined) for (const fault of hit) damageResult(fault, { ...asked, result })
  return json(200, result)
}

/** Returns the reply of a fault that replaces the server's. */
export function replacementReply(fault: Fault): Reply | undefined {
  switch (fault.kind) {
    case 'status':
      return statusReply(fault)
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

function statusReply(fault: Extract<Fault, { kind: 'status' }>): Reply {
  const { body = 'json' } = fault
  const plain: Reply =
    body === 'json'
      ? json(fault.status, { errors: [{ message: `sandbox fault: status ${fault.status}` }], data: null })
      : body === 'html'
        ? html(fault.status, `Error ${fault.status}`)
        : typeof body === 'string'
          ? { status: fault.status, headers: { 'content-type': 'text/plain' }, body: body === 'text' ? 'error' : body }
          : json(fault.status, body)
  return { ...plain, headers: { ...plain.headers, ...fault.headers } }
}

/** Applies a fault of the transport to a reply. */
export function applyTransportFault(reply: Reply, fault: Fault): Reply {
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
