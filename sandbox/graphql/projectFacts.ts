import { parseLenient } from '../json/lenient.ts'
import { isRecord } from '../json/lookup.ts'
import { filteredRuns } from '../query/runs.ts'
import type { Project } from '../store/project.ts'
import type { Store } from '../store/store.ts'

interface FieldNode {
  readonly path: string
  readonly type: string
}

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'list' : value === null ? 'nil' : typeof value)

/** Yields the leaves of a dict with their paths, joined with dots as on the server. */
function* leaves(value: unknown, path: string): Generator<FieldNode> {
  if (isRecord(value)) for (const [key, item] of Object.entries(value)) yield* leaves(item, `${path}.${key}`)
  else yield { path, type: typeOf(value) }
}

const dict = (text: string | null): unknown => (text === null ? {} : parseLenient(text))

/** Returns the keys of all runs with the types of their values, sorted. */
export function fieldsOf(project: Project): FieldNode[] {
  const found = new Map<string, FieldNode>()
  for (const run of project.runs)
    for (const [column, text] of [
      ['config', run.config],
      ['summary_metrics', run.summaryMetrics],
    ] as const)
      for (const leaf of leaves(dict(text), column))
        if (!leaf.path.startsWith(`${column}._wandb`) && !leaf.path.endsWith('.desc'))
          found.set(`${leaf.path} ${leaf.type}`, leaf)
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, field]) => field)
}

export function tagCountsOf(
  store: Store,
  project: Project,
  filters: string | null | undefined,
): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const run of filteredRuns(store, project, filters))
    for (const tag of new Set(run.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, count]) => ({ name, count }))
}
