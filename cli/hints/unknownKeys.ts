import * as E from 'fp-ts/lib/Either.js'
import { loadProjectFields, loadRun, loadRuns } from '../../src/loader/index.ts'
import type { Source } from '../load/source.ts'
import type { Streams } from '../output/Streams.ts'
import { noRunHas } from './noRunHas.ts'

/** The path of the server as columns are named: `config.lr.value` is `config.lr`. */
const columnOf = (path: string): string =>
  path.replace(/^summary_metrics\./, 'summary.').replace(/^(config\..*?)\.value(?=\.|$)/, '$1')

/** Whether the name is a key, one inside it, or one that it is inside of: an element of a list is not a key. */
const isKnown = (name: string, known: ReadonlyArray<string>): boolean =>
  known.some((one) => one === name || one.startsWith(`${name}.`) || name.startsWith(`${one}.`))

/**
 * Says on stderr which of the asked keys no run of the project has: a misspelled key has no value in any run, and looks like
 * one that was not logged yet. Asks for the keys that there are, in one request; nothing is said if the server does not tell.
 *
 * @param asked - The keys without a value so far, such as `summary.loss`.
 * @param project - The project; that of the source by default.
 */
export const reportUnknownKeys = async (
  { client, project: own }: Source,
  { stderr }: Streams,
  asked: ReadonlyArray<string>,
  project: string | undefined = own,
): Promise<void> => {
  if (asked.length === 0) return
  const fields = await loadProjectFields({ project, limit: 10_000 })(client)()
  if (E.isLeft(fields) || fields.right.items.length === 0) return
  const known = [...new Set(fields.right.items.map(({ path }) => columnOf(path)))]
  for (const name of asked) if (!isKnown(name, known)) stderr.write(`${noRunHas(name, known)}\n`)
}

/** Says on stderr which of the asked metrics a run never logged. */
export const reportUnknownMetrics = async (
  { client }: Source,
  { stderr }: Streams,
  run: string,
  asked: ReadonlyArray<string>,
): Promise<void> => {
  if (asked.length === 0) return
  const loaded = await loadRun({ run, fields: ['historyKeys'] })(client)()
  const known = E.isRight(loaded) ? Object.keys(loaded.right.historyKeys.keys) : []
  for (const name of asked)
    if (!known.includes(name)) stderr.write(`${noRunHas(name, [...known, '_step'], 'The run has no')}\n`)
}

/** So many of the newest runs tell which metrics a project has. */
const SAMPLE = 50

/** Says on stderr which of the asked metrics no run of the project logged, in one request. */
export const reportUnknownHistories = async (
  { client, project: own }: Source,
  { stderr }: Streams,
  asked: ReadonlyArray<string>,
  project: string | undefined = own,
): Promise<void> => {
  const loaded = await loadRuns({ project, fields: ['historyKeys'], order: '-createdAt', limit: SAMPLE })(client)()
  const runs = E.isRight(loaded) ? loaded.right.runs : []
  const known = [...new Set(runs.flatMap(({ historyKeys }) => Object.keys(historyKeys.keys)))]
  for (const name of asked) if (runs.length > 0 && !known.includes(name)) stderr.write(`${noRunHas(name, known)}\n`)
}
