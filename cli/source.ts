import type { Client } from '../src/loader/index.ts'
import { clientFromEnv } from '../src/loader/node/index.ts'
import type { Given } from './arguments/Command.ts'
import type { Streams } from './output/Streams.ts'

/** Where the answers come from. */
export interface Source {
  readonly client: Client
  /** As `loadRuns` takes it; `undefined` where it is the client's. */
  readonly project: string | undefined
  readonly close: () => Promise<void>
}

const SYNTHETIC = 'synthetic/training'

/** Somebody waits in front of the terminal: about half a minute is enough for a server that is down. */
const patience = { maxRetries: 5, maxElapsedMs: 120_000 }

const openSandbox = async (project: string | undefined): Promise<Source> => {
  const { startSandbox } = await import('../sandbox/index.ts')
  const { url, apiKey, close } = await startSandbox({
    records: [],
    synthetic: { runs: 200, configKeys: 6, summaryKeys: 4, historyRows: 100, artifactsPerRun: 1, filesPerRun: 2 },
  })
  const client = clientFromEnv({
    ...patience,
    baseUrl: url,
    apiKey,
    env: {},
    home: '/nonexistent',
    directory: '/nonexistent',
  })
  return { client, project: project ?? SYNTHETIC, close }
}

/** The server that the options and the environment name. */
export const openSource = async (given: Given, { env }: Streams): Promise<Source> => {
  const project = given.text('project')
  if (given.has('sandbox')) return openSandbox(project)
  return { client: clientFromEnv({ ...patience, env }), project, close: async () => {} }
}

/** Asks, and lets go of the source however that ends. */
export const withSource = async <A>(
  given: Given,
  streams: Streams,
  ask: (source: Source) => Promise<A>,
): Promise<A> => {
  const source = await openSource(given, streams)
  try {
    return await ask(source)
  } finally {
    await source.close()
  }
}
