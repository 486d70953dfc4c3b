import { parseLenient } from '../json/lenient.ts'
import { isRecord, lookup, missing } from '../json/lookup.ts'
import type { RunRecord } from '../store/record.ts'
import { InvalidQuery } from './InvalidQuery.ts'

const DEFAULT_SAMPLES = 500

/** Samples rows evenly, including the first and the last. */
export function sample<T>(rows: readonly T[], samples: number): readonly T[] {
  if (rows.length <= samples) return rows
  if (samples <= 0) return []
  if (samples === 1) return rows.slice(0, 1)
  return Array.from(
    { length: samples },
    (_, index) => rows[Math.round((index * (rows.length - 1)) / (samples - 1))] as T,
  )
}

const stepOf = (row: string): number | undefined => {
  const quick = /"_step":\s*(-?\d+)(?=[\s,}])/g
  const found = quick.exec(row)
  // With two matches one may be nested, so the row has to be parsed.
  if (found !== null && quick.exec(row) === null) return Number(found[1])
  const step = lookup(parseLenient(row), '_step')
  return typeof step === 'number' ? step : undefined
}

export interface HistoryArguments {
  readonly minStep?: number | null
  readonly maxStep?: number | null
  readonly samples?: number | null
}

/** Returns the rows with minStep ≤ step < maxStep, as JSON. */
export function history(run: RunRecord, args: HistoryArguments): readonly string[] {
  const { minStep, maxStep } = args
  const rows =
    minStep == null && maxStep == null
      ? run.history
      : run.history.filter((row) => {
          const step = stepOf(row) ?? 0
          return step >= (minStep ?? Number.NEGATIVE_INFINITY) && step < (maxStep ?? Number.POSITIVE_INFINITY)
        })
  return sample(rows, args.samples ?? DEFAULT_SAMPLES)
}

export const events = (run: RunRecord, samples: number | null | undefined): readonly string[] =>
  sample(run.events, samples ?? DEFAULT_SAMPLES)

/** Returns the rows that have all keys of the spec, with only those keys. Unlike in `history`, maxStep is inclusive. */
export function sampledHistory(run: RunRecord, text: string): unknown[] {
  const spec = readSpec(text)
  const rows: Record<string, unknown>[] = []
  for (const line of run.history) {
    const row = parseLenient(line)
    if (!isRecord(row)) continue
    const step = typeof row['_step'] === 'number' ? row['_step'] : 0
    if (step < (spec.minStep ?? Number.NEGATIVE_INFINITY) || step > (spec.maxStep ?? Number.POSITIVE_INFINITY)) continue
    const selected = spec.keys === undefined ? row : project(row, spec.keys)
    if (selected !== undefined) rows.push(selected)
  }
  return sample(rows, spec.samples ?? DEFAULT_SAMPLES).map(plainJson)
}

function project(row: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> | undefined {
  const entries: [string, unknown][] = []
  for (const key of new Set(keys)) {
    const value = lookup(row, key)
    if (value === missing || value === null) return undefined
    entries.push([key, value])
  }
  return Object.fromEntries(entries)
}

interface Spec {
  readonly keys: readonly string[] | undefined
  readonly samples: number | undefined
  readonly minStep: number | undefined
  readonly maxStep: number | undefined
}

function readSpec(text: string): Spec {
  let spec: unknown
  try {
    spec = JSON.parse(text)
  } catch {
    throw new InvalidQuery('invalid history spec: must be JSON')
  }
  if (!isRecord(spec)) throw new InvalidQuery('invalid history spec: must be an object')
  const number = (name: string): number | undefined => {
    const value = spec[name]
    return typeof value === 'number' ? value : undefined
  }
  const keys = spec['keys']
  return {
    keys: Array.isArray(keys) && keys.length > 0 ? keys.map(String) : undefined,
    samples: number('samples'),
    minStep: number('minStep'),
    maxStep: number('maxStep'),
  }
}

/** Converts to standard JSON, where NaN and the infinities are strings. */
function plainJson(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (Array.isArray(value)) return value.map(plainJson)
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainJson(item)]))
  return value
}
