import * as E from 'fp-ts/lib/Either.js'
import { readType, refineRuns, type Type } from 'wandb-run-ops/expression'
import { type Client, loadRuns, makeClient } from 'wandb-run-ops/loader'

/** What is known of runs before one is loaded: what `check` may rely on. */
export const anyRuns: Type = readType('list<run>')

/** A client of the server behind this page. The key is kept by it, in memory, and by nothing else. */
export const connect = (typedKey: string): Client =>
  makeClient({
    baseUrl: new URL('/server', location.href).href,
    apiKey: typedKey.trim() || import.meta.env.PANEL_KEY || undefined,
  })

const SAMPLE = 100

/** The type of a project's runs with the keys that its first runs have, for suggestions. */
export const suggestedRuns = async (client: Client, project: string, signal: AbortSignal): Promise<Type> => {
  const fields = ['config', 'summary', 'historyKeys'] as const
  const loaded = await loadRuns({ project, fields, limit: SAMPLE, signal })(client)()
  return E.isRight(loaded) && loaded.right.runs.length > 0 ? refineRuns(loaded.right.runs) : anyRuns
}
