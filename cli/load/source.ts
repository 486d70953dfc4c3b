import type { Client } from '../../src/loader/index.ts'
import { clientFromEnv } from '../../src/node/index.ts'
import { escapeLines } from '../../src/types/wire/escapeControl.ts'
import type { Args } from '../arguments/Command.ts'
import { reportRetries } from '../output/reportRetries.ts'
import type { Streams } from '../output/Streams.ts'

/** The server and the project that a command reads. */
export interface Source {
  readonly client: Client
  /** As in `loadRuns`; `undefined` for the client's default project. */
  readonly project: string | undefined
  readonly close: () => Promise<void>
}

const SANDBOX_PROJECT = 'synthetic/training'

/** Someone is waiting at the terminal, so a server that is down is given up sooner than in a program. */
const retries = { maxRetries: 5, maxElapsedMs: 120_000 }

const openSandbox = async (project: string | undefined): Promise<Source> => {
  const { startSandbox } = await import('../../sandbox/index.ts')
  const { url, apiKey, close } = await startSandbox({
    records: [],
    synthetic: { runs: 200, configKeys: 6, summaryKeys: 4, historyRows: 100, artifactsPerRun: 1, filesPerRun: 2 },
  })
  const client = clientFromEnv({
    ...retries,
    baseUrl: url,
    apiKey,
    env: {},
    home: '/nonexistent',
    directory: '/nonexistent',
  })
  return { client, project: project ?? SANDBOX_PROJECT, close }
}

const openSource = async (args: Args, streams: Streams): Promise<Source> => {
  const { env, stderr } = streams
  const project = args.value('project')
  if (args.has('sandbox')) return openSandbox(project)
  return {
    client: clientFromEnv({
      ...retries,
      env,
      onRetry: reportRetries(streams),
      onWarning: (message) => stderr.write(`${escapeLines(message)}\n`),
    }),
    project,
    close: async () => {},
  }
}

/** Calls `use` with the source that the options and the environment select, and closes the source afterwards. */
export const withSource = async <A>(args: Args, streams: Streams, use: (source: Source) => Promise<A>): Promise<A> => {
  const source = await openSource(args, streams)
  try {
    return await use(source)
  } finally {
    await source.close()
  }
}
