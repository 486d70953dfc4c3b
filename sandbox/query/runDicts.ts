import { parseLenient } from '../json/lenient.ts'
import { isRecord } from '../json/lookup.ts'
import type { RunRecord } from '../store/record.ts'

interface RunDicts {
  readonly config: Record<string, unknown>
  readonly summary: Record<string, unknown>
  readonly system: Record<string, unknown>
}

const cache = new WeakMap<RunRecord, RunDicts>()

const object = (text: string | null): Record<string, unknown> => {
  if (text === null) return {}
  const value = parseLenient(text)
  return isRecord(value) ? value : {}
}

const parse = (run: RunRecord): RunDicts => ({
  config: object(run.config),
  summary: object(run.summaryMetrics),
  system: object(run.systemMetrics),
})

/** Returns the parsed dicts of a run. They are cached, except for synthetic runs, which can be very many. */
export function runDicts(run: RunRecord): RunDicts {
  if (run.peek !== undefined) return parse(run)
  const cached = cache.get(run)
  if (cached !== undefined) return cached
  const dicts = parse(run)
  cache.set(run, dicts)
  return dicts
}
