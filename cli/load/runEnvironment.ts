import * as E from 'fp-ts/lib/Either.js'
import { loadRunMetadata } from '../../src/loader/index.ts'
import type { RunLight } from '../../src/types/index.ts'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import type { Streams } from '../output/Streams.ts'
import type { Source } from './source.ts'

/** What the machine and the program of a run were. */
export interface RunEnvironment {
  readonly values: Readonly<Record<string, unknown>>
  /** Whether all that the server has could be loaded. */
  readonly complete: boolean
}

/** What differs between any two runs and says nothing about the environment, and what is there under another name. */
const VOLATILE: ReadonlySet<string> = new Set(['disk', 'heartbeatAt', 'startedAt', 'username', 'writerId'])

/** Loads the environment of a run: what the SDK recorded about it, its commit and its user. */
export const runEnvironment = async (
  { client }: Source,
  run: RunLight,
  { stderr }: Streams,
): Promise<RunEnvironment> => {
  const { commit, user, jobType, group } = run
  const metadata = await loadRunMetadata({ run })(client)()
  if (E.isLeft(metadata))
    stderr.write(`Could not load the environment of run ${escapeControl(run.id)}: ${metadata.left.message}\n`)
  const recorded = E.isRight(metadata) ? (metadata.right ?? {}) : {}
  const kept = Object.entries(recorded).filter(([name]) => !VOLATILE.has(name))
  // The fields of the run win: the server may know them better than what was recorded at the start.
  const values = Object.fromEntries([...kept, ...Object.entries({ commit, user: user.username, jobType, group })])
  return { values, complete: E.isRight(metadata) }
}
