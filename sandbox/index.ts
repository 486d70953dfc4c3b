import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FaultControl } from './faults/control.ts'
import { Executor } from './graphql/execute.ts'
import type { LoggedRequest } from './http/log.ts'
import { makeServer, type ServerParts } from './http/server.ts'
import { Exports, type HistoryMode } from './parquet/exports.ts'
import type { Line } from './records/line.ts'
import { loadRecorded } from './store/loadRecorded.ts'
import { Store } from './store/store.ts'
import { addSynthetic, type SyntheticOptions } from './synthetic.ts'

export { FaultControl } from './faults/control.ts'
export type { Fault, MalformedShape, When } from './faults/fault.ts'
export type { LoggedRequest } from './http/log.ts'
export type { ExportPlan, Exports, HistoryMode } from './parquet/exports.ts'
export { folderLines } from './records/folder.ts'
export type * from './records/line.ts'
export type { Store } from './store/store.ts'
export type { SyntheticOptions } from './synthetic.ts'

/** Has the length and the characters that the official client requires. */
export const DEFAULT_API_KEY = 'sandbox0key0sandbox0key0sandbox0key00000'

export interface SandboxOptions {
  /** Defaults to 0, any free port. */
  readonly port?: number
  readonly apiKey?: string
  /** Whether requests without a key are allowed. A wrong key is always rejected. */
  readonly anonymous?: boolean
  /** The web pages that may read responses: `true` for all, or a list of origins; defaults to none, as on W&B. */
  readonly cors?: boolean | readonly string[]
  /** The lines of a recording to serve instead of the recorded files; empty for none. */
  readonly records?: Iterable<Line>
  /** Generated runs, served along with the records. */
  readonly synthetic?: SyntheticOptions | readonly SyntheticOptions[]
  /** The user that the key belongs to; defaults to the first user. */
  readonly viewer?: string
  /** The clock for the creation times of new runs. */
  readonly clock?: () => Date
  /** Whether a cursor is a sort key or an offset; with offsets, a run that is created while paging shifts the pages. */
  readonly paging?: 'key' | 'offset'
  readonly maxPageSize?: number
  /** The maximum size of a page of console lines. As on W&B, a cut page claims to be the last. */
  readonly logPageBytes?: number
  /** The export mode of histories that `exports` does not set; defaults to `none`. */
  readonly history?: HistoryMode
  /** Sends `RateLimit-*` headers with every response. */
  readonly rateLimitHeaders?: { readonly limit?: number; readonly remaining: number; readonly reset: number }
}

export interface Sandbox {
  /** The base URL; GraphQL is served at POST `/graphql`. */
  readonly url: string
  /** The base URL of the object store, at `/storage/`: signed URLs only, no key. */
  readonly storageUrl: string
  readonly apiKey: string
  /** All requests except those to `/sandbox/`, in the order of their responses. */
  readonly requests: readonly LoggedRequest[]
  resetRequests(): void
  readonly faults: FaultControl
  readonly store: Store
  /** The histories that are exported as Parquet. */
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
  if (viewer === undefined) throw new Error(`unknown user ${options.viewer}`)

  const apiKey = options.apiKey ?? DEFAULT_API_KEY
  const faults = new FaultControl()
  const exports = new Exports(options.history)
  const requests: LoggedRequest[] = []
  let url = ''
  let storageUrl = ''
  const parts: ServerParts = {
    apiKey,
    anonymous: options.anonymous ?? false,
    cors: options.cors ?? false,
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
  // Clients send the key to the API origin, and storage rejects a key, so storage needs its own origin.
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
