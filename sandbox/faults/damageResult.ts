import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql'
import { tryCursor, writeCursor } from '../query/cursor.ts'
import type { Fault, MalformedShape } from './fault.ts'
import { argument, responseKeys, walk } from './walk.ts'

type Json = Record<string, unknown>

export interface ExecutedRequest {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
  readonly result: { data?: unknown; errors?: unknown }
}

/** Damages a result in place, because the schema does not let a resolver return these values. */
export function damageResult(fault: Fault, answered: ExecutedRequest): void {
  const { document, operation, variables, result } = answered
  switch (fault.kind) {
    case 'graphql-errors': {
      const messages = fault.messages ?? ['internal server error']
      result.errors = messages.map((message) => ({ message, path: [firstKey(result.data)] }))
      if (fault.partial !== true) result.data = null
      return
    }
    case 'null-edges':
      connections(fault.connection ?? 'runs', (connection) => {
        const edges = connection['edges']
        if (Array.isArray(edges)) for (const index of fault.indexes ?? [0]) if (index in edges) edges[index] = null
      })
      return
    case 'null-nodes':
      edges(fault, (edge) => {
        edge['node'] = null
      })
      return
    case 'null-user':
      edges(fault, (edge) => set(edge['node'], document, 'user', null))
      return
    case 'malformed-run':
      edges(fault, (edge) => malform(edge, fault.shape, document))
      return
    case 'stuck-cursor':
      connections(fault.connection ?? 'runs', (connection, field) => {
        const after = argument(field, 'after', variables)
        if (typeof after !== 'string') return
        for (const edge of objects(connection['edges'])) if ('cursor' in edge) edge['cursor'] = after
        pageInfo(connection, { endCursor: after, hasNextPage: true })
      })
      return
    case 'empty-page':
      connections(fault.connection ?? 'runs', (connection, field) => {
        const after = argument(field, 'after', variables)
        const before = typeof after === 'string' ? tryCursor(after) : undefined
        if ('edges' in connection) connection['edges'] = []
        pageInfo(connection, {
          endCursor: writeCursor({ page: (before?.page ?? 0) + 1, position: before?.position ?? -1 }),
          hasNextPage: true,
        })
      })
      return
    default:
  }

  function connections(name: string, change: (connection: Json, field: FieldNode) => void): void {
    walk(document, operation, result.data, (field, value) => {
      if (field.name.value === name) change(value, field)
    })
  }

  function edges(
    where: { readonly connection?: string; readonly indexes?: readonly number[] },
    change: (edge: Json) => void,
  ): void {
    connections(where.connection ?? 'runs', (connection) => {
      const all = objects(connection['edges'])
      for (const index of where.indexes ?? [0]) {
        const edge = all[index]
        if (edge !== undefined) change(edge)
      }
    })
  }
}

const objects = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter((item): item is Json => typeof item === 'object' && item !== null) : []

const firstKey = (data: unknown): string =>
  typeof data === 'object' && data !== null ? (Object.keys(data)[0] ?? 'project') : 'project'

function pageInfo(connection: Json, change: { endCursor: string; hasNextPage: boolean }): void {
  const info = connection['pageInfo']
  if (typeof info !== 'object' || info === null) return
  for (const [key, value] of Object.entries(change)) if (key in info) (info as Json)[key] = value
}

/** Sets a field under each of its aliases in the document. */
function set(node: unknown, document: DocumentNode, field: string, value: unknown): void {
  if (typeof node !== 'object' || node === null) return
  for (const key of responseKeys(document, field)) if (key in node) (node as Json)[key] = value
}

function malform(edge: Json, shape: MalformedShape, document: DocumentNode): void {
  const node = edge['node']
  switch (shape) {
    case 'config-number':
      set(node, document, 'config', 42)
      return
    case 'created-at':
      set(node, document, 'createdAt', 'the day before yesterday')
      return
    case 'no-name':
      if (typeof node === 'object' && node !== null)
        for (const key of responseKeys(document, 'name')) delete (node as Json)[key]
      return
    case 'tags-string':
      set(node, document, 'tags', 'baseline')
      return
    case 'summary-text':
      set(node, document, 'summaryMetrics', '{"loss": 0.1, ')
      return
    case 'node-string':
      edge['node'] = 'run'
  }
}
