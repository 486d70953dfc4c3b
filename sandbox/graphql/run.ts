import { pickKeys } from '../json/rawMembers.ts'
import { events, type HistoryArguments, history, sampledHistory } from '../query/history.ts'
import { type PageArguments, paginate } from '../query/paginate.ts'
import { runDicts } from '../query/runDicts.ts'
import type { List } from '../store/list.ts'
import { listOf } from '../store/list.ts'
import type { ArtifactRecord, RunRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'
import { type ListArguments, selectVersions } from './artifact.ts'
import type { Context, Resolvers } from './context.ts'
import { runFile } from './file.ts'
import { nodeId } from './ids.ts'
import { logLinesOf } from './logLines.ts'
import { projectOf } from './membership.ts'
import { placeholderUser } from './people.ts'

interface Keys {
  readonly keys?: readonly string[] | null
}

const picked = (text: string | null, { keys }: Keys): string | null =>
  text === null || keys == null ? text : pickKeys(text, keys)

const artifactsOf = (store: Store, ids: readonly string[]): List<ArtifactRecord> =>
  listOf(ids.flatMap((id) => store.artifact(id) ?? []))

const tail = (rows: readonly string[]): string => JSON.stringify(rows.slice(-1))

interface FilesArguments extends PageArguments {
  readonly names?: readonly (string | null)[] | null
  readonly pattern?: string | null
}

/** Translates an SQL LIKE pattern. */
const like = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/%/g, '.*')
      .replace(/_/g, '.')}$`,
    's',
  )

function filesOf(run: RunRecord, args: FilesArguments, { maxPageSize }: Context) {
  const asked = args.names?.filter((name) => name !== null) ?? []
  const matches = args.pattern ? like(args.pattern) : undefined
  // A requested name that does not exist gets a node as well, with the address for an upload.
  const names =
    asked.length > 0
      ? asked
      : run.files.map((file) => file.name).filter((name) => matches === undefined || matches.test(name))
  return paginate({ length: names.length, at: (index) => runFile(run, names[index] as string) }, args, maxPageSize)
}

export const runResolvers: Resolvers<RunRecord> = {
  config: (run, args: Keys) => picked(run.config, args),
  events: (run, { samples }: { samples?: number | null }) => events(run, samples),
  eventsLineCount: (run) => run.events.length,
  eventsTail: (run) => tail(run.events),
  failed: (run) => run.state === 'failed',
  fileCount: (run) => run.files.length,
  files: filesOf,
  history: (run, args: HistoryArguments) => history(run, args),
  historyLineCount: (run) => run.historyLineCount ?? run.history.length,
  historyTail: (run) => tail(run.history),
  id: (run) => nodeId('Run', 'v1', run.id, run.project, run.entity),
  inputArtifacts: (run, args: ListArguments, { store, maxPageSize }) => {
    const page = paginate(selectVersions(artifactsOf(store, run.usedArtifacts), args), args, maxPageSize)
    return { ...page, edges: page.edges.map((edge) => ({ ...edge, usedAs: [] })) }
  },
  logLineCount: (run) => run.logLines.length,
  logLines: logLinesOf,
  name: (run) => run.id,
  outputArtifacts: (run, args: ListArguments, { store, maxPageSize }) =>
    paginate(selectVersions(artifactsOf(store, run.loggedArtifacts), args), args, maxPageSize),
  parquetHistory: (run, { liveKeys }: { liveKeys?: readonly string[] | null }, { exports, storageOrigin }) =>
    exports.answer(run, liveKeys, storageOrigin),
  project: (run, _: never, { store }) => projectOf(store, run),
  projectId: (run, _: never, { store }) => projectOf(store, run).number,
  readOnly: () => false,
  running: (run) => run.state === 'running',
  sampledHistory: (run, { specs }: { specs: readonly string[] }) => specs.map((spec) => sampledHistory(run, spec)),
  shouldStop: () => false,
  stopped: () => false,
  storageBytes: (run) => run.files.reduce((sum, file) => sum + file.sizeBytes, 0),
  summaryMetrics: (run, args: Keys) => picked(run.summaryMetrics, args),
  sweep: (run, _: never, { store }) => {
    const sweep = projectOf(store, run).sweeps.find((candidate) => candidate.id === run.sweepName)
    return sweep ?? null
  },
  tagColors: (run) => run.tags.map((name, colorIndex) => ({ name, colorIndex })),
  updatedAt: (run) => run.heartbeatAt ?? run.createdAt,
  user: (run, _: never, { store }) => (run.user === null ? null : (store.user(run.user) ?? placeholderUser(run.user))),
  wandbConfig: (run, { keys }: Keys) => {
    const entry = runDicts(run).config['_wandb']
    const text = JSON.stringify((entry as { value?: unknown } | undefined)?.value ?? {})
    return keys == null ? text : pickKeys(text, keys)
  },
}
