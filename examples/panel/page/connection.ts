import * as E from 'fp-ts/lib/Either.js'
import { readType, refineRuns, type Type } from 'wandb-run-ops/expression'
import { type Client, loadRuns, makeClient } from 'wandb-run-ops/loader'

/** The type of runs before any are loaded. */
export const anyRuns: Type = readType('list<run>')

/** Creates a client of this page's server. Only the client holds the key, in memory. */
export const connect = (typedKey: string): Client =>
  makeClient({
    baseUrl: new URL('/server', location.href).href,
    apiKey: typedKey.trim() || import.meta.env.PANEL_KEY || undefined,
  })

const SAMPLE = 100

/** Loads the type of a project's runs, with the keys of its first runs, for suggestions. */
export const suggestedRuns = async (client: Client, project: string, signal: AbortSignal): Promise<Type> => {
  const fields = ['config', 'summary', 'historyKeys'] as const
  const loaded = await loadRuns({ project, fields, limit: SAMPLE, signal })(client)()
  return E.isRight(loaded) && loaded.right.runs.length > 0 ? refineRuns(loaded.right.runs) : anyRuns
}
