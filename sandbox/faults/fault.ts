export type MalformedShape = 'config-number' | 'created-at' | 'no-name' | 'tags-string' | 'summary-text' | 'node-string'

/** When a fault hits. All that is given must hold. */
export interface When {
  /**
   * The operation's exact name, or a pattern; over JSON a pattern is written `"/^Run/"`. A request to the object store
   * is an operation called `storage`.
   */
  readonly operation?: string | RegExp
  /** The nth request that fits the rest, counted since the fault was added, from 1. */
  readonly nth?: number
  /** The page of a listing, from 1. */
  readonly page?: number
  /** At most so often. Without end where it is not given; once where nth is. */
  readonly times?: number
}

interface InConnection {
  /** The field that the connection stands in; `runs` where it is not given. */
  readonly connection?: string
  readonly indexes?: readonly number[]
}

export type FaultEffect =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'slow-body'; readonly ms: number; readonly chunks?: number }
  | {
      readonly kind: 'status'
      readonly status: number
      /** `json`, `html`, `text`, any other text as it is, or a value to send as JSON. */
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
  /** Storage sends the whole file, whatever part was asked for. */
  | { readonly kind: 'ignore-range' }

export type Fault = FaultEffect & { readonly when?: When }

/** The fields that a fault cannot do without, and what they must be. */
const NEEDS: Readonly<Record<FaultEffect['kind'], Readonly<Record<string, 'number' | 'string' | 'object'>>>> = {
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

/** A fault that came as JSON; throws with what is wrong with it. */
export function readFault(value: unknown): Fault {
  if (typeof value !== 'object' || value === null) throw new Error('a fault is an object')
  const fault = value as Readonly<Record<string, unknown>>
  const kind = fault['kind']
  if (typeof kind !== 'string' || !Object.hasOwn(NEEDS, kind)) throw new Error(`unknown kind of fault: ${String(kind)}`)
  for (const [name, type] of Object.entries(NEEDS[kind as FaultEffect['kind']]))
    if (typeof fault[name] !== type) throw new Error(`a ${kind} fault needs ${name} (${type})`)
  return value as Fault
}
