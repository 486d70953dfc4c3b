import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseLenient } from '../json/lenient.ts'
import { isRecord } from '../json/lookup.ts'
import type { HistoryKeys, Line, RunLine } from './line.ts'
import { readLines } from './read.ts'
import { parseTime } from './time.ts'

type FolderRun = Pick<
  RunLine,
  | 'id'
  | 'entity'
  | 'project'
  | 'displayName'
  | 'group'
  | 'jobType'
  | 'state'
  | 'createdAt'
  | 'heartbeatAt'
  | 'config'
  | 'summaryMetrics'
  | 'systemMetrics'
  | 'history'
  | 'events'
>

/** Returns the runs of a folder of `*.jsonl.gz` files, one run a line, as lines of a recording; none if it does not exist. */
export function folderLines(folder: string): Line[] {
  if (!existsSync(folder)) return []
  const runs = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort()
    .flatMap((name) => readLines(pathToFileURL(join(folder, name))) as FolderRun[])
  return [{ kind: 'user', username: 'reader', name: 'A Reader', email: 'reader@example.com' }, ...runs.map(runLine)]
}

const runLine = (run: FolderRun): RunLine => ({
  ...run,
  kind: 'run',
  tags: [],
  notes: null,
  description: null,
  sweepName: null,
  commit: null,
  user: 'reader',
  host: null,
  exitcode: run.state === 'finished' ? 0 : null,
  computeSeconds:
    run.heartbeatAt === null ? 0 : Math.round((parseTime(run.heartbeatAt) - parseTime(run.createdAt)) / 1000),
  historyKeys: historyKeysOf(run.history),
  logLines: [],
  files: [],
  loggedArtifacts: [],
  usedArtifacts: [],
})

const typeName = (value: unknown): string =>
  Array.isArray(value) ? 'list' : value === null ? 'nil' : typeof value === 'object' ? 'map' : typeof value

/** Derives the `historyKeys` that the server would have for the rows. */
export function historyKeysOf(rows: readonly string[]): HistoryKeys | null {
  if (rows.length === 0) return null
  const keys = new Map<string, { counts: Map<string, number>; monotonic: boolean; previousValue: unknown }>()
  let lastStep = -1
  for (const row of rows) {
    const value = parseLenient(row)
    if (!isRecord(value)) continue
    if (typeof value['_step'] === 'number') lastStep = Math.max(lastStep, value['_step'])
    for (const [key, item] of Object.entries(value)) {
      const known = keys.get(key) ?? { counts: new Map<string, number>(), monotonic: true, previousValue: undefined }
      keys.set(key, known)
      known.counts.set(typeName(item), (known.counts.get(typeName(item)) ?? 0) + 1)
      if (typeof item !== 'number' || (typeof known.previousValue === 'number' && item < known.previousValue))
        known.monotonic = false
      known.previousValue = typeof item === 'number' && !Number.isFinite(item) ? String(item) : item
    }
  }
  return {
    lastStep,
    keys: Object.fromEntries(
      [...keys].map(([key, { counts, monotonic, previousValue }]) => [
        key,
        { typeCounts: [...counts].map(([type, count]) => ({ type, count })), monotonic, previousValue },
      ]),
    ),
  }
}
