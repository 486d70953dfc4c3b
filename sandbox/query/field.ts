import { isRecord, lookup, lookupNested, missing } from '../json/lookup.ts'
import { parseTime } from '../records/time.ts'
import type { RunRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'
import { restoreNonFinite } from './restoreNonFinite.ts'
import { runDicts } from './runDicts.ts'

export interface Field {
  readonly type: 'date' | 'other'
  readonly read: (run: RunRecord, store: Store) => unknown
}

const other = (read: Field['read']): Field => ({ type: 'other', read })
const date = (read: (run: RunRecord) => string | null): Field => ({
  type: 'date',
  read: (run) => {
    const time = read(run)
    return time === null ? null : new Date(parseTime(time))
  },
})

const user = other((run) => run.user)
const sweep = other((run) => run.sweepName)
const displayName = other((run) => run.displayName)
const jobType = other((run) => run.jobType)
const group = other((run) => run.group)
const createdAt = date((run) => run.createdAt)
const heartbeatAt = date((run) => run.heartbeatAt)
const computeSeconds = other((run) => run.computeSeconds)
const rows = other((run) => run.historyLineCount ?? run.history.length)

const names = (ids: readonly string[], store: Store): string[] =>
  ids.flatMap((id) => {
    const artifact = store.artifact(id)
    return artifact === undefined ? [] : [artifact.name, `${artifact.name}:v${artifact.versionIndex}`]
  })
const inputArtifacts = other((run, store) => names(run.usedArtifacts, store))
const outputArtifacts = other((run, store) => names(run.loggedArtifacts, store))

/** The server accepts both spellings of a field. */
const plain = new Map<string, Field>(
  Object.entries({
    name: other((run) => run.id),
    displayName,
    display_name: displayName,
    state: other((run) => run.state),
    tags: other((run) => run.tags),
    username: user,
    user,
    jobType,
    job_type: jobType,
    group,
    groupName: group,
    group_name: group,
    sweep,
    sweepName: sweep,
    sweep_name: sweep,
    createdAt,
    created_at: createdAt,
    heartbeatAt,
    heartbeat_at: heartbeatAt,
    updatedAt: heartbeatAt,
    updated_at: heartbeatAt,
    duration: other((run) =>
      run.heartbeatAt === null ? 0 : Math.max(0, (parseTime(run.heartbeatAt) - parseTime(run.createdAt)) / 1000),
    ),
    computeSeconds,
    compute_seconds: computeSeconds,
    host: other((run) => run.host),
    commit: other((run) => run.commit),
    notes: other((run) => run.notes),
    description: other((run) => run.description),
    entity: other((run) => run.entity),
    project: other((run) => run.project),
    exitcode: other((run) => run.exitcode),
    historyLineCount: rows,
    history_line_count: rows,
    inputArtifacts,
    input_artifacts: inputArtifacts,
    outputArtifacts,
    output_artifacts: outputArtifacts,
  }),
)

const dicts = new Map<string, (key: string) => Field>(
  Object.entries({
    config: (key: string) => other((run) => configAt(run, key)),
    summary_metrics: summaryAt,
    summaryMetrics: summaryAt,
    system_metrics: systemAt,
    systemMetrics: systemAt,
    keys_info: (key: string) =>
      other((run) => (key.startsWith('keys.') ? lookup(run.historyKeys?.keys, key.slice('keys.'.length)) : missing)),
    tags: (tag: string) => other((run) => run.tags.includes(tag) || missing),
  }),
)

/** Returns the field that a filter or an order names; `undefined` if the server does not know it. */
export function fieldOf(path: string): Field | undefined {
  const field = plain.get(path)
  if (field !== undefined) return field
  const dot = path.indexOf('.')
  return dot === -1 ? undefined : dicts.get(path.slice(0, dot))?.(path.slice(dot + 1))
}

/** A dot always descends one level, so a key that contains one cannot be addressed. */
const keysOf = (path: string): readonly [first: string, ...rest: string[]] => {
  const [first = '', ...rest] = path.split('.')
  return [first, ...rest]
}

/** Reads a value of a synthetic run without building its dicts, except for keys that begin with `_`. */
function memberOf(run: RunRecord, dict: 'config' | 'summary', key: string): unknown {
  const value = run.peek?.[dict](key)
  if (value !== undefined) return value
  return run.peek === undefined || key.startsWith('_') ? lookupNested(runDicts(run)[dict], [key]) : missing
}

/** `config.lr` and `config.lr.value` are the same; so are `config.opt.lr` and `config.opt.value.lr`. */
function configAt(run: RunRecord, path: string): unknown {
  const [key, ...rest] = keysOf(path)
  const entry = memberOf(run, 'config', key)
  const isWrapped = isRecord(entry) && Object.hasOwn(entry, 'value')
  return isWrapped
    ? lookupNested(entry['value'], rest[0] === 'value' ? rest.slice(1) : rest)
    : lookupNested(entry, rest)
}

function summaryAt(path: string): Field {
  const [key, ...rest] = keysOf(path)
  return other((run) => restoreNonFinite(lookupNested(memberOf(run, 'summary', key), rest)))
}

function systemAt(path: string): Field {
  const keys = keysOf(path)
  return other((run) => restoreNonFinite(lookupNested(runDicts(run).system, keys)))
}
