import type { RunWith } from '../types/run/RunHeavy.ts'
import { assertOptions } from '../types/wire/argument.ts'
import { linesOf, type ServedRun } from './linesOf.ts'

/**
 * The options of {@link startSandbox}.
 *
 * @category Testing
 * @since 0.2.0
 */
export interface SandboxOptions {
  /**
   * The runs to serve, such as those of `makeRun`, in the projects that they name, with their histories, events and
   * artifact versions if they have them; or how many to generate in the project `synthetic/training`, 100 by default.
   */
  readonly runs?: ReadonlyArray<RunWith<'config' | 'summary' | 'systemMetrics'>> | number | undefined
  /** The port; any free one by default. */
  readonly port?: number | undefined
  /** The API key that requests must have; `apiKey` of the sandbox by default. */
  readonly apiKey?: string | undefined
  /** Whether requests without a key are answered; `false` by default. */
  readonly anonymous?: boolean | undefined
  /** The web pages that may read responses: `true` for all, or a list of origins; none by default. */
  readonly cors?: boolean | ReadonlyArray<string> | undefined
}

/**
 * A server on this machine that behaves like W&B's.
 *
 * @category Testing
 * @since 0.2.0
 */
export interface Sandbox {
  /** The base URL, for `connect({ baseUrl })` or `WANDB_BASE_URL`. */
  readonly url: string
  /** The API key that it accepts. */
  readonly apiKey: string
  /** The requests so far, in the order of their responses. */
  readonly requests: ReadonlyArray<{ readonly operation: string | undefined; readonly status: number }>
  /** Stops the server. Without it the process does not end. */
  readonly close: () => Promise<void>
}

const options = ['anonymous', 'apiKey', 'cors', 'port', 'runs']

/** The generated runs. */
const generated = (runs: number) => ({
  runs,
  historyRows: 100,
  artifactsPerRun: 2,
  filesPerRun: 3,
})

/**
 * Starts a server on this machine that behaves like W&B's, to test code that loads runs without an account. Node.js only.
 *
 * It listens on loopback, answers the same GraphQL as W&B for reading, pages and filters as W&B does, and forgets everything
 * when it is closed.
 *
 * @param given - What it serves, and how. An option that does not exist rejects with a `TypeError`.
 * @example
 * ```ts
 * import { connect, runSummary } from 'wandb-run-ops'
 * import { makeRun, startSandbox } from 'wandb-run-ops/testing'
 *
 * const sandbox = await startSandbox({ runs: [makeRun({ id: 'a', summary: { accuracy: 0.9 } }), makeRun({ id: 'b' })] })
 * const wandb = connect({ baseUrl: sandbox.url, apiKey: sandbox.apiKey })
 * const { runs } = await wandb.runs('team/vision')
 * await sandbox.close()
 *
 * runs.map((run) => runSummary(run)['accuracy']) // => [0.9, undefined]
 * ```
 * @category Testing
 * @since 0.2.0
 */
export const startSandbox = async (given: SandboxOptions = {}): Promise<Sandbox> => {
  assertOptions('The argument of startSandbox', given, options)
  const { runs = 100, port, apiKey, anonymous, cors } = given
  // Imported lazily, because most tests make records only.
  const sandbox = await import('#sandbox')
  const {
    url,
    apiKey: key,
    requests,
    close,
  } = await sandbox.startSandbox({
    ...(typeof runs === 'number'
      ? { records: [], synthetic: generated(runs) }
      : { records: linesOf(runs as ReadonlyArray<ServedRun>) }),
    ...(port === undefined ? {} : { port }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(anonymous === undefined ? {} : { anonymous }),
    ...(cors === undefined ? {} : { cors }),
  })
  return Object.freeze({ url, apiKey: key, requests, close })
}
