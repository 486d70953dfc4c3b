import { isRecord, lookup, missing } from '../json/lookup.ts'
import { prefixes } from '../json/slices.ts'
import type { RunRecord } from '../store/record.ts'
import type { Store } from '../store/store.ts'
import { milliseconds } from '../store/time.ts'
import { parsed } from './parsed.ts'

export interface Field {
  readonly type: 'date' | 'other'
  readonly read: (run: RunRecord, store: Store) => unknown
}

const other = (read: Field['read']): Field => ({ type: 'other', read })
const date = (read: (run: RunRecord) => string | null): Field => ({
  type: 'date',
  read: (run) => {
    const time = read(run)
    return time === null ? null : new Date(milliseconds(time))
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

/** Both spellings of a field are known to the server. */
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
      run.heartbeatAt === null ? 0 : (milliseconds(run.heartbeatAt) - milliseconds(run.createdAt)) / 1000,
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

/** The field that a filter or an order names, or undefined for a name that the server would not know. */
export function fieldOf(path: string): Field | undefined {
  const field = plain.get(path)
  if (field !== undefined) return field
  const dot = path.indexOf('.')
  return dot === -1 ? undefined : dicts.get(path.slice(0, dot))?.(path.slice(dot + 1))
}

/** `config.lr` and `config.lr.value` are the same value; `config.opt.lr` and `config.opt.value.lr` too. */
function configAt(run: RunRecord, path: string): unknown {
  const config = run.peek === undefined ? parsed(run).config : undefined
  for (const key of [path, ...prefixes(path)]) {
    const entry = run.peek === undefined ? own(config, key) : run.peek.config(key)
    if (entry === undefined || entry === missing) continue
    const rest = path.slice(key.length + 1)
    const wrapped = isRecord(entry) && Object.hasOwn(entry, 'value')
    const value = wrapped ? entry['value'] : entry
    if (rest === '' || (wrapped && rest === 'value')) return value
    return lookup(value, wrapped && rest.startsWith('value.') ? rest.slice('value.'.length) : rest)
  }
  return missing
}

const own = (dict: Record<string, unknown> | undefined, key: string): unknown =>
  dict !== undefined && Object.hasOwn(dict, key) ? dict[key] : missing

function summaryAt(key: string): Field {
  return other((run) => {
    if (run.peek === undefined) return lookup(parsed(run).summary, key)
    const value = run.peek.summary(key)
    return value === undefined ? missing : value
  })
}

function systemAt(key: string): Field {
  return other((run) => lookup(parsed(run).system, key))
}
