import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FaultControl } from './faults/control.ts'
import { Executor } from './graphql/execute.ts'
import type { LoggedRequest } from './http/log.ts'
import { makeServer, type ServerParts } from './http/server.ts'
import { Exports, type HistoryMode } from './parquet/exports.ts'
import type { Line } from './records/line.ts'
import { loadRecorded } from './records/load.ts'
import { Store } from './store/store.ts'
import { addSynthetic, type SyntheticOptions } from './synthetic.ts'

export { FaultControl } from './faults/control.ts'
export type { Fault, MalformedShape, When } from './faults/fault.ts'
export type { LoggedRequest } from './http/log.ts'
export type { ExportPlan, Exports, HistoryMode } from './parquet/exports.ts'
export type * from './records/line.ts'
export { sharedLines } from './records/shared.ts'
export type { Store } from './store/store.ts'
export type { SyntheticOptions } from './synthetic.ts'

/** Of the length and the letters that the official client asks for. */
export const DEFAULT_API_KEY = 'sandbox0key0sandbox0key0sandbox0key00000'

export interface SandboxOptions {
  /** 0, any free port, where it is not given. */
  readonly port?: number
  readonly apiKey?: string
  /** Whether a request without a key may read. A wrong key is refused all the same. */
  readonly anonymous?: boolean
  /** Lines of a recording in place of the recorded files; an empty list for none. */
  readonly records?: Iterable<Line>
  /** Made runs, served beside the records. */
  readonly synthetic?: SyntheticOptions | readonly SyntheticOptions[]
  /** The user behind the key; the first user where it is not given. */
  readonly viewer?: string
  /** The time at which new runs are created. */
  readonly clock?: () => Date
  /** Whether a cursor names a run or how many came before it; with offsets, a run that is created shifts the pages. */
  readonly paging?: 'key' | 'offset'
  readonly maxPageSize?: number
  /** A page of console lines is cut at so many bytes, and says then that it is the last, as W&B's does. */
  readonly logPageBytes?: number
  /** How histories are kept where `exports` does not say otherwise; `none` where it is not given. */
  readonly history?: HistoryMode
  /** Sends `RateLimit-*` headers with every answer. */
  readonly rateLimitHeaders?: { readonly limit?: number; readonly remaining: number; readonly reset: number }
}

export interface Sandbox {
  /** The base URL; GraphQL is POST `/graphql` under it. */
  readonly url: string
  /** Where the object store is, at `/storage/`: signed addresses only, no key. */
  readonly storageUrl: string
  readonly apiKey: string
  /** Every request but those to `/sandbox/`, in the order of their answers. */
  readonly requests: readonly LoggedRequest[]
  resetRequests(): void
  readonly faults: FaultControl
  readonly store: Store
  /** Which histories are exported as Parquet. */
  readonly exports: Exports
  close(): Promise<void>
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const store = new Store()
  if (options.records === undefined) loadRecorded(store)
  else for (const line of options.records) store.add(line)
  const { synthetic = [] } = options
  for (const wanted of 'runs' in synthetic ? [synthetic] : synthetic) addSynthetic(store, wanted)
  if (store.users.length === 0) store.addUser({ username: 'sandbox', name: 'Sandbox User', email: 'user@example.com' })
  const viewer = options.viewer === undefined ? store.users[0] : store.user(options.viewer)
  if (viewer === undefined) throw new Error(`no user ${options.viewer}`)

  const apiKey = options.apiKey ?? DEFAULT_API_KEY
  const faults = new FaultControl()
  const exports = new Exports(options.history)
  const requests: LoggedRequest[] = []
  let url = ''
  let storageUrl = ''
  const parts: ServerParts = {
    apiKey,
    anonymous: options.anonymous ?? false,
    executor: new Executor(),
    faults,
    requests,
    now: options.clock ?? (() => new Date()),
    context: () => ({
      store,
      viewer,
      maxPageSize: options.maxPageSize ?? 1000,
      logPageBytes: options.logPageBytes ?? 1_000_000,
      paging: options.paging ?? 'key',
      origin: url,
      storageOrigin: storageUrl,
      exports,
    }),
    extraHeaders: rateLimit(options.rateLimitHeaders),
  }
  const server = makeServer(parts)
  // Clients send the key to the origin that they know, and storage refuses a key.
  const storage = makeServer(parts)
  url = await listen(server, options.port ?? 0)
  storageUrl = await listen(storage, 0)
  return {
    url,
    storageUrl,
    apiKey,
    requests,
    resetRequests: () => {
      requests.length = 0
    },
    faults,
    store,
    exports,
    close: async () => {
      await Promise.all([server, storage].map(stop))
    },
  }
}

const listen = async (server: Server, port: number): Promise<string> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

const rateLimit = (limits: SandboxOptions['rateLimitHeaders']): Record<string, string> =>
  limits === undefined
    ? {}
    : {
        ...(limits.limit === undefined ? {} : { 'ratelimit-limit': String(limits.limit) }),
        'ratelimit-remaining': String(limits.remaining),
        'ratelimit-reset': String(limits.reset),
      }
