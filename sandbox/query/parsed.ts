import { parseLenient } from '../json/lenient.ts'
import { isRecord } from '../json/lookup.ts'
import type { RunRecord } from '../store/record.ts'

interface Parsed {
  readonly config: Record<string, unknown>
  readonly summary: Record<string, unknown>
  readonly system: Record<string, unknown>
}

const known = new WeakMap<RunRecord, Parsed>()

const object = (text: string | null): Record<string, unknown> => {
  if (text === null) return {}
  const value = parseLenient(text)
  return isRecord(value) ? value : {}
}

const parse = (run: RunRecord): Parsed => ({
  config: object(run.config),
  summary: object(run.summaryMetrics),
  system: object(run.systemMetrics),
})

/** The dicts of a run. Those of made runs are not kept: there may be very many of them. */
export function parsed(run: RunRecord): Parsed {
  if (run.peek !== undefined) return parse(run)
  const before = known.get(run)
  if (before !== undefined) return before
  const now = parse(run)
  known.set(run, now)
  return now
}
