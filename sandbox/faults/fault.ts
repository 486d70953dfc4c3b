export type MalformedShape = 'config-number' | 'created-at' | 'no-name' | 'tags-string' | 'summary-text' | 'node-string'

/** The condition of a fault. All given properties must hold. */
export interface When {
  /**
   * The exact operation name, or a pattern; in JSON a pattern is written `"/^Run/"`. Requests to the object store have
   * the operation `storage`.
   */
  readonly operation?: string | RegExp
  /** The nth matching request since the fault was added, from 1. */
  readonly nth?: number
  /** The page of a listing, from 1. */
  readonly page?: number
  /** The maximum number of hits; defaults to 1 with `nth`, and to no limit otherwise. */
  readonly times?: number
}

interface InConnection {
  /** The field that holds the connection; defaults to `runs`. */
  readonly connection?: string
  readonly indexes?: readonly number[]
}

export type FaultEffect =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'slow-body'; readonly ms: number; readonly chunks?: number }
  | {
      readonly kind: 'status'
      readonly status: number
      /** `json`, `html`, `text`, any other string as it is, or a value to send as JSON. */
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'rate-limit'; readonly retryAfter?: number | string }
  | { readonly kind: 'headers'; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'reset'; readonly after?: number }
  | { readonly kind: 'truncate'; readonly after?: number }
  | { readonly kind: 'html' }
  | { readonly kind: 'graphql-errors'; readonly messages?: readonly string[]; readonly partial?: boolean }
  | ({ readonly kind: 'null-nodes' } & InConnection)
  | ({ readonly kind: 'null-edges' } & InConnection)
  | ({ readonly kind: 'null-user' } & InConnection)
  | ({ readonly kind: 'malformed-run'; readonly shape: MalformedShape } & InConnection)
  | { readonly kind: 'bare-nan' }
  | { readonly kind: 'stuck-cursor'; readonly connection?: string }
  | { readonly kind: 'empty-page'; readonly connection?: string }
  | { readonly kind: 'new-run'; readonly count?: number }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** Storage ignores the requested range and sends the whole file. */
  | { readonly kind: 'ignore-range' }

export type Fault = FaultEffect & { readonly when?: When }

/** The required fields of each kind of fault, with their types. */
const REQUIRED: Readonly<Record<FaultEffect['kind'], Readonly<Record<string, 'number' | 'string' | 'object'>>>> = {
  latency: { ms: 'number' },
  'slow-body': { ms: 'number' },
  status: { status: 'number' },
  'rate-limit': {},
  headers: { headers: 'object' },
  reset: {},
  truncate: {},
  html: {},
  'graphql-errors': {},
  'null-nodes': {},
  'null-edges': {},
  'null-user': {},
  'malformed-run': { shape: 'string' },
  'bare-nan': {},
  'stuck-cursor': {},
  'empty-page': {},
  'new-run': {},
  redirect: { to: 'string' },
  'ignore-range': {},
}

/** Checks a fault that came as JSON; throws if it is invalid. */
export function readFault(value: unknown): Fault {
  if (typeof value !== 'object' || value === null) throw new Error('a fault must be an object')
  const fault = value as Readonly<Record<string, unknown>>
  const kind = fault['kind']
  if (typeof kind !== 'string' || !Object.hasOwn(REQUIRED, kind)) throw new Error(`unknown fault kind: ${String(kind)}`)
  for (const [name, type] of Object.entries(REQUIRED[kind as FaultEffect['kind']]))
    if (typeof fault[name] !== type) throw new Error(`${name} of a ${kind} fault must be a ${type}`)
  return value as Fault
}
